// The colours of the map and of its sides, light and dark. What stands beside the map has its colours
// from the style sheets, which know the same two schemes.
const INKS = {
  light: {
    outside: "#e4e5e2", sea: "#dbe6ec", land: "#f2f3f0", lake: "#dbe6ec", river: "#bdd2de", coast: "#a9bdc8", admin1: "#cfcfc8",
    border: "#8f8d88", road: "#8a8578", text: "#3c3f42", faint: "#6a6d70", paper: "#ffffff", halo: "rgba(247,248,246,.92)",
    casing: "rgba(255,255,255,.88)", strong: "#1d2226", shadow: "rgba(20,24,28,.2)", several: "#4a4f54", severalInk: "#ffffff",
    wash: "#e9ebe7", soft: "#5b6166", line: "#d9dbd6", fade: 255, firm: 0,
  },
  dark: {
    outside: "#121619", sea: "#151c21", land: "#23292d", lake: "#151c21", river: "#33434e", coast: "#435663", admin1: "#3a4044",
    border: "#6f7478", road: "#6f6b60", text: "#d3d6d8", faint: "#979ca0", paper: "#15191c", halo: "rgba(24,28,31,.92)",
    casing: "rgba(18,22,25,.9)", strong: "#eceeef", shadow: "rgba(0,0,0,.45)", several: "#b4babf", severalInk: "#15191c",
    wash: "#272d31", soft: "#aab0b5", line: "#363c41", fade: 30, firm: 255,
  },
};
const INK = { ...INKS.light };
const SCHEMES = ["light", "dark"];

// More than two sides at once.
const SEVERAL = { id: t("several_sides"), dash: "solid", head: "solid", angle_deg: 45 };

const darkWanted = window.matchMedia("(prefers-color-scheme: dark)");
const scheme = { chosen: "", on: "light" };
const wantedScheme = () => scheme.chosen || (darkWanted.matches ? "dark" : "light");

function takeInk(name) {
  scheme.on = name;
  Object.assign(INK, INKS[name]);
  for (const side of data.sides) [side.colour, side.ink, side.edge] = side[name];
  Object.assign(SEVERAL, { colour: INK.several, ink: INK.severalInk });
}

for (const side of data.sides) side.light = [side.colour, side.ink, side.edge];
takeInk(wantedScheme());

// The colours of sides for what is no canvas: a rule for each, and the dark ones where the page is dark.
function sideRules(name) {
  return data.sides.map((side, at) => `.fm-side-${at} { --side: ${side[name][0]}; --side-ink: ${side[name][1]}; --side-edge: ${side[name][2] || "transparent"}; }`).join("\n");
}

const darkSheets = [byId("fm-dark"), el("style", { media: byId("fm-dark").media }, sideRules("dark"))];
document.head.append(el("style", {}, sideRules("light")), darkSheets[1]);

function setSheets() {
  const media = { "": "screen and (prefers-color-scheme: dark)", dark: "screen", light: "not all" }[scheme.chosen];
  for (const sheet of darkSheets) sheet.media = media;
}
setSheets();

// Symbols, hatchings and names keep their colours until they are made again.
function setScheme(name) {
  takeInk(name);
  for (const known of [palerSides, hatches, knownLooks]) known.clear();
}

// All that is painted, in another scheme.
function dyeAgain(name) {
  if (scheme.on !== name) { setScheme(name); repaintAll(); }
}

function applyScheme() {
  setSheets();
  dyeAgain(wantedScheme());
  const button = byId("fm-scheme");
  if (button) button.setAttribute("aria-pressed", String(scheme.on === "dark"));
}

function repaintAll() {
  refreshShown();
  for (const layer of layersOfClaims) layer.redraw();
  for (const canvas of document.querySelectorAll(".fm-pic")) canvas.repaint();
  if (spanned) paintTime();
}

// Where the choice is what the reader's system has anyway, the page follows the system again.
function turnScheme() {
  const other = scheme.on === "dark" ? "light" : "dark";
  scheme.chosen = other === (darkWanted.matches ? "dark" : "light") ? "" : other;
  applyScheme();
  viewChanged();
}

const schemeButton = () => el("button", {
  type: "button", className: "fm-button", id: "fm-scheme", "aria-label": t("dark"), title: t("dark"), "aria-pressed": String(scheme.on === "dark"), on: { click: turnScheme },
}, "◐");

darkWanted.addEventListener("change", applyScheme);
