// The page inside another page: a compact map, with all else in one overlay. It asks the page around
// it for height and listens to nothing that page says.
const embedded = document.body.classList.contains("fm-embedded");
const inFrame = window.parent !== window;
const HINT_MS = 1600, OVERLAY_HEIGHT = 900;
const frame = { told: 0, hint: null };

function buildFrame() {
  if (inFrame) document.addEventListener("click", followLink);
  if (!embedded) return;
  const stage = document.querySelector(".fm-stage"), beside = byId("fm-panel");
  stage.after(el("section", { className: "fm-strip", "aria-label": t("tab.legend") },
    el("ul", {}, usedSides.map((side) => el("li", {}, sideChip(side.index), " ", bdi(side.name))))));
  beside.after(embedFoot());
  const dialog = el("dialog", { id: "fm-beside", className: "fm-beside", "aria-labelledby": "fm-beside-title", on: { close: sayHeight } },
    el("div", { className: "fm-beside-head" }, el("h2", { id: "fm-beside-title" }, t("embed.title")),
      el("button", { type: "button", className: "fm-close", "aria-label": t("close"), on: { click: hideBeside } }, "×")));
  beside.after(dialog);
  dialog.append(beside);
  stage.append(el("p", { className: "fm-hint", id: "fm-hint", "aria-hidden": "true", hidden: true }));
  sharePage();
  if (!inFrame) return;
  const watch = new ResizeObserver(sayHeight);
  for (const node of partsBeside()) watch.observe(node);
}

function embedFoot() {
  const outlets = [...new Set(data.reports.map((report) => report.outlet).filter(Boolean))], named = outlets.slice(0, 6);
  return el("footer", { className: "fm-foot" },
    el("p", {}, el("strong", {}, t("limits")), ` ${t("limits_more")}`),
    el("p", {}, sumWords(), " ", el("button", { type: "button", className: "fm-button", id: "fm-more", "aria-haspopup": "dialog", on: { click: openBeside } }, t("embed.more"))),
    el("p", {}, t("embed.reports", { reports: t("reports", { n: data.reports.length }) }), named.length ? t("embed.outlets") : "",
      named.flatMap((name, i) => (i ? [", ", bdi(name)] : [bdi(name)])), outlets.length > named.length ? ` ${t("and_more", { n: outlets.length - named.length })}` : ""));
}

function openBeside() {
  if (!embedded || byId("fm-beside").open) return;
  byId("fm-beside").showModal();
  sayHeight();
}

function hideBeside() { if (embedded && byId("fm-beside").open) byId("fm-beside").close(); }

// All that stands above and below the map.
const partsBeside = () => [...document.body.children].filter((node) => !node.matches(".fm-stage, dialog, script, noscript"));

// The height that the content would like at this width, whatever the frame has now.
function wishedHeight() {
  const parts = partsBeside();
  const liked = Math.max(380, Math.min(0.64 * document.body.clientWidth, 560));
  const whole = parts.reduce((sum, node) => sum + node.offsetHeight, liked);
  return Math.ceil(byId("fm-beside").open ? Math.max(whole, OVERLAY_HEIGHT) : whole);
}

function sayHeight() {
  const height = wishedHeight();
  if (!inFrame || height === frame.told) return;
  frame.told = height;
  // To whom does not matter: a height is all it says, and a frame without an origin knows no address.
  window.parent.postMessage({ type: "frontmap:height", version: 1, height }, "*");
}

// One finger and the bare wheel belong to the page around the map.
function sharePage() {
  const node = map.getContainer();
  node.addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.metaKey) { event.preventDefault(); return; }
    event.stopImmediatePropagation();
    hint("wheel");
  }, { capture: true, passive: false });
  if (!window.matchMedia("(pointer: coarse)").matches) return;
  map.dragging.disable();
  node.addEventListener("touchmove", (event) => { if (event.touches.length === 1) hint("fingers"); }, { passive: true });
}

function hint(key) {
  const node = byId("fm-hint");
  node.textContent = t(`embed.${key}`);
  node.hidden = false;
  clearTimeout(frame.hint);
  frame.hint = setTimeout(() => { node.hidden = true; }, HINT_MS);
}

// A sandbox may forbid new windows and says so only to the console: then the reader gets the address.
function followLink(event) {
  const link = event.target.closest && event.target.closest("a[href^='http']");
  if (!link) return;
  event.preventDefault();
  const opened = window.open("", "_blank");
  if (!opened) { showAddress(link.href); return; }
  opened.opener = null;
  opened.location.href = link.href;
}

function showAddress(address) {
  const field = el("input", { type: "text", readOnly: true, value: address, "aria-label": t("embed.address"), on: { focus: () => field.select() } });
  const told = el("span", { role: "status" });
  const copy = () => { field.focus(); field.select(); told.textContent = t(document.execCommand("copy") ? "embed.copied" : "embed.not_copied"); };
  const box = el("dialog", { className: "fm-address", "aria-labelledby": "fm-address-title", on: { close: () => box.remove() } },
    el("h2", { id: "fm-address-title" }, t("embed.blocked")), el("p", {}, t("embed.blocked_more")), field,
    el("p", {}, el("button", { type: "button", className: "fm-button", on: { click: copy } }, t("embed.copy")), " ",
      el("button", { type: "button", className: "fm-button", on: { click: () => box.close() } }, t("close")), " ", told));
  document.body.append(box);
  box.showModal();
}
