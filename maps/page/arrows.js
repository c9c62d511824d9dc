// Movements: an arrow from where a movement starts to where it leads, a head alone where only the
// direction is stated. Solid: said by two voices or more; dashed: by one; hollow: a withdrawal, or
// an attempt or a plan, whose outline is dotted.
const HOLLOW = new Set(["retreat", "push_back"]);

function lookOf(claim) {
  const age = ages[claim.index];
  return { number: claim.side, age, side: aged(data.sides[claim.side], age), hollow: HOLLOW.has(claim.action) || !claim.fact, dotted: !claim.fact, dashed: claim.voices < 2 };
}

// Equal movements (same place, side, look) are one arrow, as strong as the best of them.
function movements() {
  const seen = new Map();
  for (const site of shownSites) {
    for (const claim of site.shown) {
      if (!claim.tailAt && !claim.axes.length) continue;
      const look = lookOf(claim), key = [site.index, claim.side, claim.tailAt, claim.axes, look.hollow, look.dotted].join();
      const known = seen.get(key);
      if (!known) { seen.set(key, { site, claim, look }); continue; }
      known.look.dashed &&= look.dashed;
      if (look.age < known.look.age) Object.assign(known.look, { side: look.side, age: look.age });
    }
  }
  return [...seen.values()].sort((a, b) => a.look.age - b.look.age);
}

function paintMovements(ctx, view) {
  const all = movements(), arrows = all.filter(({ claim }) => claim.tailAt);
  for (const group of fans(arrows, view)) group.forEach((arrow, i) => paintArrow(ctx, arrow.from, arrow.to, arrow.look, bowOf(i, group.length)));
  for (const group of axes(all.filter(({ claim }) => !claim.tailAt))) {
    group.forEach(({ site, bearing, look }, i) => paintAxis(ctx, toScreen(view, site.centre), bearing, look, i - (group.length - 1) / 2));
  }
}

// Arrows that come to one place from about the same direction would cover each other: they fan out.
const ALIKE = 25 * RADIANS;

function fans(arrows, view) {
  const placed = arrows.map(({ site, claim, look }) => {
    const from = toScreen(view, claim.tailAt), to = shortOf(from, toScreen(view, site.centre), 14);
    return { site, look, from, to, angle: Math.atan2(to[1] - from[1], to[0] - from[0]) };
  });
  placed.sort((a, b) => a.site.index - b.site.index || a.angle - b.angle);
  const groups = [];
  for (const arrow of placed) {
    const last = groups[groups.length - 1], before = last && last[last.length - 1];
    if (before && before.site === arrow.site && arrow.angle - before.angle < ALIKE) last.push(arrow); else groups.push([arrow]);
  }
  return groups;
}

const bowOf = (i, count) => (count === 1 ? 0.14 : 0.3 * (i - (count - 1) / 2));

// Heads from one direction at one place stand side by side.
function axes(all) {
  const groups = new Map();
  for (const { site, claim, look } of all) {
    for (const bearing of claim.axes.map(bearingOf)) {
      if (bearing === null) continue;
      const key = `${site.index}/${bearing}`, own = groups.get(key) || [];
      if (own.some((other) => other.look.number === look.number && other.look.hollow === look.hollow && other.look.dotted === look.dotted)) continue;
      groups.set(key, [...own, { site, bearing, look }]);
    }
  }
  return groups.values();
}

function shortOf(from, to, gap) {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1, part = Math.max(0, 1 - gap / length);
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

// A tapered arrow between two screen points, bowed by a part of its length.
function paintArrow(ctx, from, to, look, bowed = 0.14) {
  const dx = to[0] - from[0], dy = to[1] - from[1], length = Math.hypot(dx, dy);
  if (length < 14) return;
  const head = Math.min(18, length * 0.4), bow = Math.max(-90, Math.min(90, bowed * length));
  const control = [(from[0] + to[0]) / 2 - (dy / length) * bow, (from[1] + to[1]) / 2 + (dx / length) * bow];
  const point = (t) => [
    (1 - t) ** 2 * from[0] + 2 * (1 - t) * t * control[0] + t * t * to[0],
    (1 - t) ** 2 * from[1] + 2 * (1 - t) * t * control[1] + t * t * to[1],
  ];
  const neck = 1 - head / length, left = [], right = [];
  for (let step = 0; step <= 24; step += 1) {
    const t = (neck * step) / 24, [x, y] = point(t), [ax, ay] = point(Math.min(1, t + 0.01));
    const run = Math.hypot(ax - x, ay - y) || 1, half = 1.2 + 4.3 * (t / neck);
    left.push([x - ((ay - y) / run) * half, y + ((ax - x) / run) * half]);
    right.push([x + ((ay - y) / run) * half, y - ((ax - x) / run) * half]);
  }
  const [nx, ny] = point(neck), run = Math.hypot(to[0] - nx, to[1] - ny) || 1;
  const side1 = [nx - ((to[1] - ny) / run) * 10, ny + ((to[0] - nx) / run) * 10];
  const side2 = [nx + ((to[1] - ny) / run) * 10, ny - ((to[0] - nx) / run) * 10];
  ctx.beginPath();
  for (const p of [...left, side1, to, side2, ...right.reverse()]) ctx.lineTo(p[0], p[1]);
  ctx.closePath();
  inkArrow(ctx, look);
  headSigns(ctx, [nx, ny], to, look.side);
}

function inkArrow(ctx, { side, hollow, dotted, dashed }) {
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.setLineDash([]);
  ctx.strokeStyle = INK.casing;
  ctx.stroke();
  ctx.fillStyle = INK.casing;
  if (hollow || dashed) ctx.fill();
  ctx.fillStyle = side.colour;
  ctx.globalAlpha = dashed ? 0.4 : 0.88;
  if (!hollow) ctx.fill();
  ctx.globalAlpha = 1;
  ctx.lineWidth = hollow || dashed ? 1.7 : 0.8;
  ctx.setLineDash(dotted ? DOTTED : dashed ? [6, 3] : []);
  ctx.strokeStyle = side.colour;
  ctx.stroke();
  ctx.setLineDash([]);
}

// What tells heads of two sides apart without colour.
function headSigns(ctx, neck, tip, side) {
  const run = Math.hypot(tip[0] - neck[0], tip[1] - neck[1]) || 1;
  const [ux, uy] = [(tip[0] - neck[0]) / run, (tip[1] - neck[1]) / run];
  const across = (at, half) => {
    ctx.moveTo(at[0] - uy * half, at[1] + ux * half);
    ctx.lineTo(at[0] + uy * half, at[1] - ux * half);
  };
  ctx.beginPath();
  if (side.head === "bar") across([tip[0] + ux * 3, tip[1] + uy * 3], 8);
  if (side.head === "double") across([neck[0] - ux * 5, neck[1] - uy * 5], 9);
  ctx.lineWidth = 2.2;
  ctx.strokeStyle = side.colour;
  ctx.stroke();
  if (side.head !== "open") return;
  ctx.beginPath();
  ctx.arc(neck[0] + ux * 5, neck[1] + uy * 5, 2.4, 0, 7);
  ctx.fillStyle = INK.paper;
  ctx.fill();
}

// Only the direction is stated: a short head, its tail fading because nobody said where it starts.
const COMPASS = ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"];
const knownBearings = new Map();  // asked for every claim of a direction at every step

function bearingOf(word) {
  if (!knownBearings.has(word)) {
    const index = COMPASS.indexOf(word.toLowerCase().replace(/[^a-z]/g, "").replace(/(ern|wards?)$/, ""));
    knownBearings.set(word, index < 0 ? null : index * 45);
  }
  return knownBearings.get(word);
}

// Arrows stop short of the marker, which is wider than it is high.
const axisStart = (ux) => 15 + 20 * Math.abs(ux);

function paintAxis(ctx, at, bearing, look, place = 0) {
  const ux = Math.sin(bearing * RADIANS), uy = -Math.cos(bearing * RADIANS), start = axisStart(ux), aside = 18 * place;
  const along = (reach) => [at[0] + ux * (start + reach) - uy * aside, at[1] + uy * (start + reach) + ux * aside];
  const tip = along(0), neck = along(12), end = along(36);
  const fade = ctx.createLinearGradient(neck[0], neck[1], end[0], end[1]);
  fade.addColorStop(0, look.side.colour);
  fade.addColorStop(1, `${look.side.colour}00`);
  ctx.beginPath();
  ctx.moveTo(neck[0], neck[1]);
  ctx.lineTo(end[0], end[1]);
  ctx.lineWidth = look.hollow ? 2 : 5;
  ctx.setLineDash(look.dotted ? DOTTED : look.dashed ? [6, 3] : []);
  ctx.strokeStyle = fade;
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(tip[0], tip[1]);
  ctx.lineTo(neck[0] - uy * 8, neck[1] + ux * 8);
  ctx.lineTo(neck[0] + uy * 8, neck[1] - ux * 8);
  ctx.closePath();
  inkArrow(ctx, look);
  headSigns(ctx, neck, tip, look.side);
}
