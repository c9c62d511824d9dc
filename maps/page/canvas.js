// Painting: canvases in Leaflet panes, the Earth below every layer, the claims above. A canvas
// reaches beyond the window on each side and moves along with the map; it is painted again only
// when what it shows changes or the window leaves it. The first picture is the window alone, which a
// reader sees sooner.
const BEYOND = 0.2;

// Gives a canvas its size; one that has it already keeps it, for a new one takes longer to be wiped.
function fit(canvas, ...size) {
  const [width, height] = size.map(Math.round);
  if (canvas.width === width && canvas.height === height) return false;
  Object.assign(canvas, { width, height });
  return true;
}

const Canvas = L.Layer.extend({
  initialize(pane, paint) { this.pane = pane; this.paint = paint; },
  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "fm-canvas", map.getPane(this.pane));
    this.redraw();
  },
  getEvents() { return { move: this.follow, moveend: this.redraw, viewreset: this.redraw, resize: this.redraw, zoomend: this.redraw }; },
  follow() {
    const { k, x, y, width, height } = viewOf(this._map, 0), { at } = this;
    if (k !== at.k || x < at.x || y < at.y || x + width > at.x + at.width || y + height > at.y + at.height) this.redraw();
  },
  // Chromium prints what was drawn, stroke by stroke; a wiped canvas would wipe the sheet below it.
  renew() {
    const fresh = L.DomUtil.create("canvas", "fm-canvas");
    this.canvas.replaceWith(fresh);
    this.canvas = fresh;
  },
  redraw() {
    if (paper.view) this.renew();
    const view = viewOf(this._map, this.at ? BEYOND : 0), ratio = sharpness(), { canvas } = this;
    this.at = view;
    L.DomUtil.setPosition(canvas, this._map.containerPointToLayerPoint([-view.beyond.x, -view.beyond.y]));
    if (fit(canvas, view.width * ratio, view.height * ratio)) {
      canvas.style.width = `${view.width}px`;
      canvas.style.height = `${view.height}px`;
    }
    const ctx = canvas.getContext("2d");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!paper.view) ctx.clearRect(0, 0, view.width, view.height);
    this.paint(ctx, view);
  },
});

function paintClaims(ctx, view) {
  const placed = layout(view.zoom), { marks, towns: named } = placed;
  if (state.routes) for (const route of routes) paintRoute(ctx, view, route);
  if (crowded) paintCrowd(ctx, view, placed); else for (const site of shownSites) paintSite(ctx, view, site);
  paintMovements(ctx, view);
  const standing = crowded ? [] : marks.map((mark) => ({ mark, at: standOf(view, mark, pillWidth(mark.segments) / 2 + (mark.disputed ? 8 : 3), mark.up, mark.down) })).filter(({ at }) => at);
  const pushed = standing.filter(({ mark, at: [x, y] }) => x !== mark.x - view.x || y !== mark.y - view.y).map(({ mark, at: [x, y] }) => boxAt(mark, x, y));
  for (const name of named) paintTown(ctx, view, name, pushed);
  if (crowded) for (const mark of marks) paintCount(ctx, view, mark);
  for (const { mark, at } of standing) paintLeaders(ctx, view, mark, at);
  for (const { mark, at } of standing) paintMark(ctx, view, mark, at);
}

const isLit = (site) => state.lit.has(site.index) || state.hover === site.index;
// Mostly none is, of however many places.
const isSomeLit = () => state.lit.size > 0 || state.hover !== null;
const isAnyLit = (own) => isSomeLit() && own.some(isLit);

function paintRoute(ctx, view, route) {
  ctx.beginPath();
  for (const path of route.paths) trace(ctx, view, path, false);
  ctx.lineWidth = 1.6;
  ctx.strokeStyle = INK.road;
  ctx.stroke();
}

// A place is drawn once per side that claims something there, however many claims there are.
function paintSite(ctx, view, site) {
  const lit = isLit(site);
  if (site.kind === "wide" && !lit) return;
  site.looks.forEach(([side, fact], step) => {
    ctx.save();
    if (site.hasShape) paintShape(ctx, view, site, side, fact, lit, step);
    else paintHalo(ctx, view, site, side, fact, lit, step);
    ctx.restore();
  });
}

// Who claims something at a place and whether any of it is said to have happened; three sides or
// more on one shape would be mud, so they share a grey one.
function looksOf(site) {
  const { shown } = site;
  if (shown.length === 1) return looks(shown[0].side, shown[0].fact, site.age);
  const sides = new Map();
  for (const claim of shown) {
    if (!sides.has(claim.side)) sides.set(claim.side, []);
    sides.get(claim.side).push(claim);
  }
  if (sides.size > 2) return looks(SEVERAL_AT, shown.some((claim) => claim.fact), site.age);
  return [...sides].sort((a, b) => a[0] - b[0]).flatMap(([side, own]) => looks(side, own.some((claim) => claim.fact), ageOf(own)));
}

// Thousands of places look alike.
const knownLooks = new Map(), SEVERAL_AT = -1;

function looks(side, fact, age) {
  const key = 8 * side + 4 * fact + age;
  if (!knownLooks.has(key)) knownLooks.set(key, [[aged(data.sides[side] || SEVERAL, age), fact]]);
  return knownLooks.get(key);
}

function paintShape(ctx, view, site, side, fact, lit, step) {
  const line = site.kind === "line";
  ctx.beginPath();
  let seen = false;
  for (const path of site.paths) {
    if (inView(view, path.box, 20)) { trace(ctx, view, path, !line); seen = true; }
  }
  if (!seen) return;
  if (line) { strokeLine(ctx, side, fact, lit, step); return; }
  // A shape that fills the window is an outline: its hatching would only grey out the map.
  const size = pixels(view, site.radius_m, site.spot[1]);
  if (fact && (lit || (site.hatched && size < 0.45 * Math.min(view.width, view.height)))) {
    ctx.fillStyle = side.colour;
    ctx.globalAlpha = lit ? 0.12 : 0.05;
    ctx.fill("evenodd");
    ctx.globalAlpha = site.kind === "wide" ? 0.45 : lit ? 0.95 : 0.6;
    ctx.fillStyle = hatch(ctx, side);
    ctx.fill("evenodd");
  }
  ctx.globalAlpha = lit ? 1 : 0.75;
  ctx.lineWidth = lit ? 2 : 1.1;
  ctx.strokeStyle = side.colour;
  ctx.setLineDash(fact ? DASHES[side.dash] : DOTTED);
  ctx.lineDashOffset = step * 6;
  ctx.stroke();
}

function strokeLine(ctx, side, fact, lit, step) {
  ctx.lineJoin = ctx.lineCap = "round";
  ctx.lineWidth = lit ? 9 : 7;
  ctx.strokeStyle = INK.casing;
  ctx.stroke();
  ctx.lineCap = "butt";
  ctx.lineWidth = (lit ? 5 : 3.5) - step;
  ctx.strokeStyle = side.colour;
  ctx.setLineDash(fact ? DASHES[side.dash] : DOTTED);
  ctx.stroke();
}

function paintHalo(ctx, view, site, side, fact, lit, step) {
  const [x, y] = toScreen(view, site.spot);
  const radius = pixels(view, site.radius_m, site.spot[1]) + step * 2;
  if (radius < 9 || x < -radius || y < -radius || x > view.width + radius || y > view.height + radius) return;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 7);
  ctx.fillStyle = side.colour;
  ctx.globalAlpha = lit ? 0.12 : 0.05;
  if (fact) ctx.fill();
  ctx.globalAlpha = lit ? 1 : 0.5;
  ctx.lineWidth = lit ? 1.8 : 1;
  ctx.strokeStyle = side.colour;
  ctx.setLineDash(fact ? [3, 3] : DOTTED);
  ctx.stroke();
}

// A name under a marker that the window's edge pushed aside is left out; its dot stays.
function paintTown(ctx, view, name, pushed) {
  const x = name.dot[0] - view.x, y = name.dot[1] - view.y;
  ctx.beginPath();
  ctx.arc(x, y, name.town.people >= 300000 ? 3 : 2.2, 0, 7);
  ctx.fillStyle = INK.paper;
  ctx.fill();
  ctx.lineWidth = 1.2;
  ctx.strokeStyle = INK.faint;
  ctx.stroke();
  const at = [name.x - view.x, name.y - view.y], box = [at[0] - name.width / 2, at[1] - 6, at[0] + name.width / 2, at[1] + 6];
  if (!isCut(view, name) && !pushed.some((other) => shared(box, other))) paintText(ctx, name.town.name, ...at, name.font, INK.text);
}

// How far the window ends from each side of what is painted beyond it.
const frameOf = ({ width, height, beyond: { x, y } }) => [x, y, width - x, height - y];

// Half a name at the window's edge reads as another name; its dot stays.
function isCut(view, name) {
  const [x0, y0, x1, y1] = frameOf(view), x = name.x - view.x, y = name.y - view.y, half = name.width / 2 + 2;
  const inside = x - half >= x0 && x + half <= x1 && y - 8 >= y0 && y + 8 <= y1;
  return !inside && x + half > x0 && x - half < x1 && y + 8 > y0 && y - 8 < y1;
}

// A region's name may reach farther than its marker: at the window's edge it moves inwards, and it
// does not stand there where the marker is cut or out of sight.
function nameAt(view, mark, x) {
  const [x0, , x1] = frameOf(view), half = measure(mark.name, WORD_FONT) / 2 + 3, pill = pillWidth(mark.segments) / 2;
  if (x - pill >= x0 && x + pill <= x1) return Math.max(x0 + half, Math.min(x, x1 - half));
  return x + half > x0 && x - half < x1 ? null : x;
}

function paintMark(ctx, view, mark, [x, y]) {
  if (x < -200 || y < -60 || x > view.width + 200 || y > view.height + 60) return;
  const lit = isAnyLit(mark.sites);
  const named = mark.name ? nameAt(view, mark, x) : null;
  if (named !== null) paintText(ctx, mark.name, named, y - PILL / 2 - 8, WORD_FONT, INK.text);
  paintPill(ctx, x, y, mark.segments, { lit, square: Boolean(mark.name), disputed: mark.disputed });
  if (mark.word) paintText(ctx, mark.word, x, y + PILL / 2 + 8, WORD_FONT, inkOf(mark.segments[0].side));
}

// A marker that stands off its place is tied to it; a marker of many places would be a spider, so
// it ties only those that are selected and leaves dots for the others.
function paintLeaders(ctx, view, mark, stand) {
  for (const site of mark.sites) {
    if (site.kind === "wide" || site.kind === "ring") continue;
    paintLeader(ctx, toScreen(view, site.spot), stand, mark.sites.length < 3 || isLit(site));
  }
}

function paintLeader(ctx, from, to, tied) {
  if (Math.hypot(from[0] - to[0], from[1] - to[1]) < 12) return;
  if (tied) {
    ctx.beginPath();
    ctx.moveTo(from[0], from[1]);
    ctx.lineTo(to[0], to[1]);
    ctx.lineWidth = 1;
    ctx.globalAlpha = 0.65;
    ctx.strokeStyle = INK.strong;
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
  ctx.beginPath();
  ctx.arc(from[0], from[1], 2, 0, 7);
  ctx.fillStyle = INK.strong;
  ctx.fill();
}

// What lies under a screen point: markers first, then the smallest shape.
function under(map, point) {
  const view = viewOf(map, 0), x = point.x + view.x, y = point.y + view.y;
  const mark = layout(view.zoom).marks.findLast(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  if (mark) return mark.sites;
  const unit = [x / view.k, y / view.k];
  const shapes = shownSites.filter((site) => site.kind !== "wide" && touches(site, unit, 6 / view.k));
  return shapes.sort((a, b) => a.radius_m - b.radius_m).slice(0, 1);
}

function touches(site, [x, y], slack) {
  const { box } = site;
  if (x < box[0] - slack || y < box[1] - slack || x > box[2] + slack || y > box[3] + slack) return false;
  if (site.kind === "line") return site.paths.some((path) => nearPath(path, x, y, slack));
  return site.paths.reduce((inside, path) => inside !== within(path, x, y), false);
}

function within({ xy, from, to }, x, y) {
  let inside = false;
  for (let i = 2 * from, j = 2 * to - 2; i < 2 * to; j = i, i += 2) {
    if ((xy[i + 1] > y) !== (xy[j + 1] > y)
      && x < ((xy[j] - xy[i]) * (y - xy[i + 1])) / (xy[j + 1] - xy[i + 1]) + xy[i]) inside = !inside;
  }
  return inside;
}

function nearPath({ xy, from, to }, x, y, slack) {
  for (let i = 2 * from; i + 3 < 2 * to; i += 2) {
    const dx = xy[i + 2] - xy[i], dy = xy[i + 3] - xy[i + 1];
    const t = Math.max(0, Math.min(1, ((x - xy[i]) * dx + (y - xy[i + 1]) * dy) / (dx * dx + dy * dy || 1)));
    if (Math.hypot(xy[i] + t * dx - x, xy[i + 1] + t * dy - y) < slack) return true;
  }
  return false;
}
