// Everything the reader sees is built here, from text nodes: no string is ever read as HTML.

function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") for (const [type, run] of Object.entries(value)) node.addEventListener(type, run);
    else if (key in node && key !== "style") node[key] = value;
    else node.setAttribute(key, value);
  }
  for (const child of children.flat()) {
    if (child === "" || child === null || child === undefined) continue;
    node.append(child);
  }
  return node;
}

// Names and quotations may run right to left; isolation keeps them from turning our own words.
const bdi = (text) => el("bdi", {}, text);

const byId = (id) => document.getElementById(id);

function webLink(url, ...children) {
  if (!/^https?:\/\//i.test(url)) return el("span", {}, ...children);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

// Runs something when the browser has shown what stands.
const afterPicture = (run) => requestAnimationFrame(() => setTimeout(run));

// A small picture of a symbol, drawn by the same code that draws the map.
function picture(width, height, paint, label) {
  const ratio = 2;
  const canvas = el("canvas", { width: width * ratio, height: height * ratio, className: "fm-pic" });
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  if (label) { canvas.setAttribute("role", "img"); canvas.setAttribute("aria-label", label); }
  else canvas.setAttribute("aria-hidden", "true");
  const ctx = canvas.getContext("2d"), fill = () => { ctx.scale(ratio, ratio); paint(ctx); };
  canvas.repaint = () => { ctx.reset(); fill(); };
  fill();
  return canvas;
}
