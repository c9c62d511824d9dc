// How claims look. Colour, dash, hatching angle, arrow head and letter all carry the side.
const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const DASHES = { solid: [], long: [9, 4], short: [5, 4], dot: [1.5, 3.5] };
const DOTTED = [1.5, 3];
const PILL = 20;
// White on a side of middling light has a line around it, half of which shows.
const EDGE = 2;

// A side's colours for what lies back in time: paler, and its signs dark enough to read on them.
const PALE = [1, 0.5, 0.26], palerSides = new Map();

function aged(side, age) {
  if (!age) return side;
  const id = `${side.id} ${age}`;
  if (!palerSides.has(id)) palerSides.set(id, { ...side, id, colour: mixed(side.colour, INK.fade, PALE[age]), ink: mixed(side.colour, INK.firm, 0.75), edge: "" });
  return palerSides.get(id);
}

// A part of a colour, the rest of one grey.
function mixed(colour, grey, part) {
  return [1, 3, 5].reduce((hex, at) => (
    hex + Math.round(parseInt(colour.slice(at, at + 2), 16) * part + grey * (1 - part)).toString(16).padStart(2, "0")), "#");
}

const GLYPHS = {
  advance: (p) => { p.chevron(-0.5, 1); p.chevron(0.3, 1); },
  capture: (p) => { p.disc(0, 0, 0.75); },
  recapture: (p) => { p.disc(0, 0, 0.4); p.circle(0, 0, 0.85); },
  retreat: (p) => { p.chevron(-0.3, -1); p.chevron(0.5, -1); },
  push_back: (p) => { p.chevron(0.1, -1); p.line(0.75, -0.8, 0.75, 0.8); },
  attack: (p) => { p.chevron(-0.25, 1); p.line(0.75, -0.8, 0.75, 0.8); },
  clash: (p) => { p.line(-0.7, -0.7, 0.7, 0.7); p.line(-0.7, 0.7, 0.7, -0.7); },
  strike: (p) => { p.line(0, -0.9, 0, 0.9); p.line(-0.8, -0.45, 0.8, 0.45); p.line(-0.8, 0.45, 0.8, -0.45); },
  hold: (p) => { p.box(0.62); },
  deploy: (p) => { p.line(0, -0.8, 0, 0.8); p.line(-0.8, 0, 0.8, 0); },
  encircle: (p) => { p.circle(0, 0, 0.8); p.disc(0, 0, 0.2); },
  cut: (p) => { p.line(-0.7, 0.8, 0.1, -0.8); p.line(-0.1, 0.8, 0.7, -0.8); },
};

// All its lines are wider by as much as the line around an edged sign.
function glyph(ctx, action, x, y, size, colour, around = 0) {
  const width = Math.max(1.6, size * 0.34);
  ctx.save();
  ctx.translate(x, y);
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineCap = ctx.lineJoin = "round";
  const draw = (run, fill) => {
    ctx.beginPath();
    run();
    ctx.lineWidth = fill ? around : width + around;
    if (fill) ctx.fill();
    if (!fill || around) ctx.stroke();
  };
  GLYPHS[action]({
    line: (a, b, c, d) => draw(() => { ctx.moveTo(a * size, b * size); ctx.lineTo(c * size, d * size); }),
    chevron: (at, to) => draw(() => {
      ctx.moveTo((at - 0.3 * to) * size, -0.75 * size);
      ctx.lineTo((at + 0.3 * to) * size, 0);
      ctx.lineTo((at - 0.3 * to) * size, 0.75 * size);
    }),
    disc: (a, b, r) => draw(() => ctx.arc(a * size, b * size, r * size, 0, 7), true),
    circle: (a, b, r) => draw(() => ctx.arc(a * size, b * size, r * size, 0, 7)),
    box: (r) => draw(() => ctx.rect(-r * size, -r * size, 2 * r * size, 2 * r * size), true),
  });
  ctx.restore();
}

// A marker is a row of segments, one per side: glyph where all its claims say the same, letter, count.
function segmentsOf(claims) {
  const sides = new Map();
  for (const claim of claims) {
    if (!sides.has(claim.side)) sides.set(claim.side, []);
    sides.get(claim.side).push(claim);
  }
  const entries = [...sides.entries()].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const rest = entries.splice(entries.length > 3 ? 2 : 3).reduce((sum, [, own]) => sum + own.length, 0);
  const segments = entries.sort((a, b) => a[0] - b[0]).map(([side, own]) => ({
    side: aged(data.sides[side], ageOf(own)),
    action: own.every((claim) => claim.action === own[0].action) ? own[0].action : null,
    text: data.sides[side].abbreviation + (own.length > 1 ? ` ${own.length}` : ""),
    hollow: own.every((claim) => !claim.fact),
  }));
  return rest ? [...segments, { side: SEVERAL, action: null, text: `+${rest}`, hollow: false }] : segments;
}

const measure = (() => {
  const ctx = document.createElement("canvas").getContext("2d");
  const known = new Map();
  return (text, font) => {
    const key = font + text;
    if (!known.has(key)) { ctx.font = font; known.set(key, ctx.measureText(text).width); }
    return known.get(key);
  };
})();

const PILL_FONT = `700 11px ${FONT}`;
const WORD_FONT = `italic 600 10.5px ${FONT}`;
const segmentWidth = (segment) => 12 + (segment.action ? 14 : 0) + measure(segment.text, PILL_FONT);
const pillWidth = (segments) => segments.reduce((sum, segment) => sum + segmentWidth(segment), 0);

function paintPill(ctx, x, y, segments, { lit = false, square = false, disputed = false } = {}) {
  const width = pillWidth(segments), left = x - width / 2, top = y - PILL / 2;
  const pillPath = (grow, lower = 0) => {
    ctx.beginPath();
    ctx.roundRect(left - grow, top - grow + lower, width + 2 * grow, PILL + 2 * grow, square ? 3 : PILL / 2 + grow);
  };
  // A blurred shadow would take as long as all else together.
  pillPath(2.2, 0.8);
  ctx.fillStyle = INK.shadow;
  ctx.fill();
  pillPath(1.5);
  ctx.fillStyle = lit ? INK.strong : INK.paper;
  ctx.fill();
  ctx.save();
  pillPath(0);
  ctx.clip();
  let at = left;
  for (const segment of segments) {
    paintSegment(ctx, at, top, segment);
    // Without colour, two sides in one marker are told apart by the line between them.
    ctx.fillStyle = INK.paper;
    if (at > left) ctx.fillRect(at - 0.5, top, 1, PILL);
    at += segmentWidth(segment);
  }
  ctx.restore();
  if (segments.every((segment) => segment.hollow)) {
    pillPath(-0.8);
    ctx.setLineDash(DOTTED);
    ctx.lineWidth = 1.6;
    ctx.strokeStyle = segments[0].side.colour;
    ctx.stroke();
    ctx.setLineDash([]);
  }
  if (disputed) paintDisputed(ctx, left + width + 2, top - 1);
}

// "≠" on a marker: another claim contradicts one of its claims.
function paintDisputed(ctx, x, y) {
  ctx.beginPath();
  ctx.arc(x, y, 6.5, 0, 7);
  ctx.fillStyle = INK.paper;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = INK.strong;
  ctx.stroke();
  ctx.beginPath();
  for (const [x0, y0, x1, y1] of [[-3.2, -1.6, 3.2, -1.6], [-3.2, 1.6, 3.2, 1.6], [1.9, -4, -1.9, 4]]) {
    ctx.moveTo(x + x0, y + y0);
    ctx.lineTo(x + x1, y + y1);
  }
  ctx.lineWidth = 1.4;
  ctx.stroke();
}

// What is written in a side's colour must read, however pale the side is.
const inkOf = (side) => (palerSides.has(side.id) ? side.ink : side.colour);

function paintSegment(ctx, left, top, segment) {
  const width = segmentWidth(segment), middle = top + PILL / 2;
  const { side, hollow } = segment, ink = hollow ? inkOf(side) : side.ink, edge = hollow ? "" : side.edge;
  ctx.fillStyle = hollow ? INK.paper : side.colour;
  ctx.fillRect(left, top, width + 0.5, PILL);
  let at = left + 6;
  if (segment.action) {
    if (edge) glyph(ctx, segment.action, at + 5, middle, 4.6, edge, EDGE);
    glyph(ctx, segment.action, at + 5, middle, 4.6, ink);
    at += 14;
  }
  ctx.font = PILL_FONT;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  if (edge) {
    ctx.lineJoin = "round";
    ctx.lineWidth = EDGE;
    ctx.strokeStyle = edge;
    ctx.strokeText(segment.text, at, middle + 0.5);
  }
  ctx.fillStyle = ink;
  ctx.fillText(segment.text, at, middle + 0.5);
}

// The first letter of a text says how it runs, as dir="auto" does for what is no canvas: a name in
// Arabic keeps its figures and brackets in their places, whatever the page around it runs like.
const RIGHT_TO_LEFT = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const directions = new Map();
function directionOf(text) {
  if (!directions.has(text)) directions.set(text, RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr");
  return directions.get(text);
}

// Text with a halo in the land's colour, so that it reads over lines.
function paintText(ctx, text, x, y, font, colour, align) {
  ctx.font = font;
  ctx.direction = directionOf(text);
  ctx.textAlign = align || "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = INK.halo;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}

const hatches = new Map();
function hatch(ctx, side) {
  if (!hatches.has(side.id)) hatches.set(side.id, ctx.createPattern(hatchTile(side), "repeat"));
  const pattern = hatches.get(side.id);
  const ratio = window.devicePixelRatio || 1;
  pattern.setTransform(new DOMMatrix().scale(1 / (2 * ratio) * ratio).rotate(side.angle_deg));
  return pattern;
}

function hatchTile(side) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 18;
  const ctx = tile.getContext("2d");
  ctx.fillStyle = side.colour;
  ctx.globalAlpha = 0.55;
  ctx.fillRect(0, 0, 18, 2.2);
  return tile;
}
