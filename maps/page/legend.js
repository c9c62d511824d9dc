// The legend, which is also the control of layers: what sides, layers, shapes and signs mean.
const KIND_ORDER = ["point", "ring", "sector", "corridor", "line", "area", "wide"];

const drawnClaims = lazily(() => inTime().filter((claim) => claimSites[claim.index]));
const listedClaims = claims.filter((claim) => !claimSites[claim.index]), DRAWN = COUNT - listedClaims.length;
const bySide = totalsOf(claimSides);
const usedSides = data.sides.map((side, index) => Object.assign(side, { index })).filter(({ index }) => bySide[index]);

function sidePicture(side) {
  return picture(64, 22, (ctx) => {
    ctx.fillStyle = side.colour;
    ctx.globalAlpha = 0.06;
    ctx.fillRect(0, 3, 24, 16);
    ctx.globalAlpha = 0.8;
    ctx.fillStyle = hatch(ctx, side);
    ctx.fillRect(0, 3, 24, 16);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = side.colour;
    ctx.setLineDash(DASHES[side.dash]);
    ctx.strokeRect(0.5, 3.5, 23, 15);
    ctx.setLineDash([]);
    paintArrow(ctx, [30, 11], [59, 11], { side });
  });
}

// Counts beside the switches, each the sum of some of them and brought up to date with them.
const sums = [];
function sumOf(keys) {
  const node = el("span", { className: "fm-count" });
  sums.push({ node, keys });
  return node;
}

function sidesList() {
  return el("ul", { className: "fm-sides" }, usedSides.map((side) => el("li", {},
    sideChip(side.index), sidePicture(side), bdi(side.name), sumOf(data.layers.map((_, layer) => switchKey(layer, side.index))))));
}

function layerTable() {
  const head = el("tr", {}, el("th", { scope: "col" }, t("layer")),
    usedSides.map((side) => el("th", { scope: "col" }, sideChip(side.index))));
  const rows = data.layers.map((layer, index) => layerRow(layer, index)).filter(Boolean);
  return el("table", { className: "fm-layers" }, el("caption", { className: "fm-hide" }, t("layers_by_side")),
    el("thead", {}, head), el("tbody", {}, rows));
}

// How many claims on the map each layer has of each side, and of each action.
const tallies = lazily(() => {
  const bySwitch = new Uint32Array(data.layers.length * data.sides.length), byAction = new Uint32Array(data.layers.length * data.actions.length);
  const acts = columns["claim.action"];
  for (let i = 0; i < COUNT; i += 1) {
    if (!claimSites[i]) continue;
    bySwitch[layerKey(i)] += 1;
    byAction[claimLayers[i] * data.actions.length + acts[i]] += 1;
  }
  return { bySwitch, byAction };
});

const switchTotal = (layer, side) => tallies().bySwitch[switchKey(layer, side)];
const layerTotal = (layer) => data.sides.reduce((sum, _, side) => sum + switchTotal(layer, side), 0);
const actionsIn = (layer) => data.actions.filter((_, action) => tallies().byAction[layer * data.actions.length + action]);

// Signs side by side in one picture: each picture costs as much as many signs.
function glyphsOf(actions) {
  const painted = (ctx) => actions.forEach((action, at) => glyph(ctx, action, 9 + 18 * at, 9, 5.5, INK.text));
  return picture(18 * actions.length, 18, painted, actions.map((action) => t(`action.${action}`)).join(" · "));
}

function layerName(layer, index) {
  return el("span", { className: "fm-layer" }, el("span", { className: "fm-glyphs" }, glyphsOf(actionsIn(index))), el("span", {}, layer.short || layer.name));
}

function layerRow(layer, index) {
  if (!layerTotal(index)) return null;
  return el("tr", {}, el("th", { scope: "row" }, layerName(layer, index)),
    usedSides.map((side) => el("td", {}, layerSwitch(layer, index, side))));
}

// Many sides: one row each, so that the table grows downwards, and the layers' names below it.
function sideTable(theatre) {
  const layers = data.layers.map((layer, index) => ({ layer, index }))
    .filter(({ layer, index }) => layerTotal(index) && layer.theatre === theatre);
  const head = el("tr", {}, el("th", { scope: "col" }, t("side")), layers.map(({ layer, index }) => (
    el("th", { scope: "col", title: layer.name, "aria-label": layer.name }, glyphsOf(actionsIn(index).slice(0, 1))))));
  const rows = usedSides.filter((side) => layers.some(({ index }) => switchTotal(index, side.index))).map((side) => el("tr", {},
    el("th", { scope: "row" }, sideChip(side.index), " ", bdi(side.name)),
    layers.map(({ layer, index }) => el("td", {}, layerSwitch(layer, index, side)))));
  return [
    el("table", { className: "fm-layers" }, el("caption", { className: "fm-hide" }, t("sides_by_layer")),
      el("thead", {}, head), el("tbody", {}, rows)),
    el("ul", { className: "fm-key" }, layers.map(({ layer, index }) => el("li", {}, layerName(layer, index),
      sumOf(data.sides.map((_, side) => switchKey(index, side)))))),
  ];
}

function layerSwitch(layer, index, side) {
  const count = switchTotal(index, side.index);
  if (!count) return el("span", { className: "fm-none" }, "·");
  const key = switchKey(index, side.index);
  const button = el("button", { type: "button", className: `fm-switch fm-side-${side.index}`, "data-layer": layer.id, "data-side": side.id, "data-key": key }, number(count));
  button.setAttribute("aria-pressed", "true");
  button.setAttribute("aria-label", t("switch", { layer: layer.name, side: side.name, n: count }));
  button.addEventListener("click", () => {
    if (state.off.has(key)) state.off.delete(key); else state.off.add(key);
    filtersChanged();
  });
  return button;
}

function routeSwitch() {
  if (!routes.length) return "";
  const box = el("input", { type: "checkbox", id: "fm-routes", checked: state.routes, on: { change: () => { state.routes = box.checked; repaint(); viewChanged(); } } });
  return el("label", { className: "fm-check" }, box, ` ${t("routes", { n: routes.length })} `,
    routes.flatMap((route, i) => (i ? [", ", bdi(route.name)] : [bdi(route.name)])));
}

function kindPicture(kind) {
  const [side] = usedSides;
  return picture(40, 24, (ctx) => {
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = side.colour;
    ctx.fillStyle = hatch(ctx, side);
    const draw = (fill) => { if (fill) ctx.fill("evenodd"); ctx.stroke(); };
    ctx.beginPath();
    if (kind === "point") { ctx.arc(20, 12, 10, 0, 7); ctx.setLineDash([3, 3]); draw(false); ctx.setLineDash([]); glyph(ctx, "capture", 20, 12, 4, side.colour); }
    if (kind === "ring") { ctx.arc(20, 12, 11, 0, 7); ctx.closePath(); ctx.moveTo(25, 12); ctx.arc(20, 12, 5, 0, 7); draw(true); }
    if (kind === "sector") { ctx.moveTo(20, 23); ctx.arc(20, 23, 21, -2.3, -0.84); ctx.closePath(); draw(true); }
    if (kind === "corridor") { ctx.roundRect(2, 8, 36, 8, 4); draw(true); }
    if (kind === "line") { ctx.moveTo(2, 17); ctx.lineTo(16, 8); ctx.lineTo(38, 10); ctx.lineWidth = 3.5; ctx.stroke(); }
    if (kind === "area") { ctx.moveTo(5, 5); ctx.lineTo(33, 3); ctx.lineTo(36, 20); ctx.lineTo(9, 21); ctx.closePath(); draw(true); }
    if (kind === "wide") paintPill(ctx, 20, 12, [{ side, action: null, text: side.abbreviation, hollow: false }], { square: true });
  });
}

function shapesList() {
  const byKind = totalsOf(columns["site.kind"]);
  const rows = KIND_ORDER.map((kind) => [kind, t(`kind.${kind}`), byKind[data.kinds.indexOf(kind)]])
    .filter(([, , count]) => count)
    .map(([kind, words, count]) => el("li", {}, kindPicture(kind), el("span", {}, words), el("span", { className: "fm-count" }, number(count))));
  return el("ul", { className: "fm-key fm-of-all" }, rows, movementKeys(), statusKey(), disputeKey());
}

function drawnWhere(is) {
  const found = [];
  for (let i = 0; i < COUNT; i += 1) if (claimSites[i] && is(i)) found.push(claims[i]);
  return found;
}

function movementKeys() {
  const side = usedSides[0], axesOf = columns["claim.axes"], moving = drawnWhere((i) => claims[i].tailAt || axesOf[i]), keys = [];
  const arrows = moving.filter((claim) => claim.tailAt).length, axes = moving.length - arrows;
  if (arrows) keys.push(el("li", {}, picture(40, 24, (ctx) => paintArrow(ctx, [2, 15], [38, 10], { side })),
    el("span", {}, t("key.movement")), el("span", { className: "fm-count" }, number(arrows))));
  if (axes) keys.push(el("li", {}, picture(40, 24, (ctx) => paintAxis(ctx, [70, 12], 270, { side })),
    el("span", {}, t("key.axis")), el("span", { className: "fm-count" }, number(axes))));
  const alone = moving.filter((claim) => lookOf(claim).dashed).length;
  if (alone) keys.push(el("li", { className: "fm-alone" }, picture(40, 24, (ctx) => paintArrow(ctx, [2, 15], [38, 10], { side, dashed: true })),
    el("span", {}, t("key.alone")), el("span", { className: "fm-count" }, number(alone))));
  return keys;
}

function statusKey() {
  const statuses = columns["claim.status"], not = drawnWhere((i) => !data.facts[statuses[i]]).length;
  if (!not) return [];
  return [el("li", {}, picture(40, 24, (ctx) => paintPill(ctx, 20, 12, [{ side: usedSides[0], action: "advance", text: usedSides[0].abbreviation, hollow: true }])),
    el("span", {}, t("key.not_fact")), el("span", { className: "fm-count" }, number(not)))];
}

function disputeKey() {
  const against = isDisputed(), disputed = drawnWhere((i) => against[i]).length;
  if (!disputed) return [];
  return [el("li", {}, picture(40, 24, (ctx) => paintDisputed(ctx, 20, 12)),
    el("span", {}, t("key.disputed")), el("span", { className: "fm-count" }, number(disputed)))];
}

// Several theatres: a table for each, for their sides have nothing to do with each other.
function theatreTables() {
  const shown = data.layers.filter((layer, index) => layer.theatre && layerTotal(index)).map((layer) => layer.theatre);
  return [...new Set(shown)].map((theatre) => el("section", { className: "fm-theatre" }, el("h3", {}, theatre), sideTable(theatre)));
}

function layerTables() {
  if (data.layers.some((layer) => layer.theatre)) return theatreTables();
  return usedSides.length > 4 ? sideTable() : [sidesList(), layerTable()];
}

function legendTab() { return [changesSection(), layerTables(), routeSwitch(), shapesList()]; }
