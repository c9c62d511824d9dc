// Many places at once: each is a dot, and a cell of the window counts its claims by side. Dots and
// shapes of one look are painted together, so that thousands cost little more than hundreds.
const CELL = [54, 30];
// A shape no larger than a count is a dot until the reader comes closer.
const SMALLEST = 44;
const DOT = 3;
// More dots than these are painted faster as the pixels of a picture than one by one.
const MOST_SHAPES = 8000;
// A marker of one claim: its sign and its side's letters.
const LONE = 44;

// A side, and how far back its claims lie.
const shareKey = (side, age) => 4 * side + age;
const shareColour = (key) => aged(data.sides[key >> 2], key & 3).colour;
const SHARES = shareKey(data.sides.length, 0);

// The cells of the window that hold places, each a marker, and of which cell each place is.
function cellMarks(k) {
  const known = new Map(), marks = [], cellOf = new Int32Array(SITES);
  for (const site of shownSites) {
    const column = Math.floor((siteSpots[2 * site.index] * k) / CELL[0]), row = Math.floor((siteSpots[2 * site.index + 1] * k) / CELL[1]);
    const key = column * 2 ** 26 + row;
    let cell = known.get(key);
    if (cell === undefined) known.set(key, cell = marks.push({ sites: [] }) - 1);
    marks[cell].sites.push(site);
    cellOf[site.index] = cell;
  }
  const tallies = talliesOf(marks.length, cellOf);
  marks.forEach((mark, cell) => placeCount(mark, k, tallies, cell * SHARES));
  return { marks, cellOf };
}

function talliesOf(cells, cellOf) {
  const tallies = new Uint32Array(cells * SHARES);
  for (const { index, several } of shownSites) {
    const at = cellOf[index] * SHARES;
    if (!several) tallies[at + siteShares[index]] += 1;
    else for (const claim of several) tallies[at + shareKey(claimSides[claim.index], ages[claim.index])] += 1;
  }
  return tallies;
}

function placeCount(mark, k, tallies, at) {
  mark.count = 0;
  mark.shares = [];
  for (let key = 0; key < SHARES; key += 1) {
    const count = tallies[at + key];
    if (!count) continue;
    mark.count += count;
    mark.shares.push([key, count]);
  }
  mark.text = number(mark.count);
  mark.half = mark.count === 1 ? LONE / 2 : Math.max(22, measure(mark.text, PILL_FONT) + 12) / 2;
  const [x, y] = mark.sites[0].spot;
  mark.x = keptIn(x * k, mark.half + 1, CELL[0]);
  mark.y = keptIn(y * k, PILL / 2 + 1, CELL[1]);
  mark.box = [mark.x - mark.half, mark.y - PILL / 2, mark.x + mark.half, mark.y + PILL / 2];
}

// Moved as little as keeps it in its cell.
function keptIn(at, half, size) {
  const start = Math.floor(at / size) * size;
  return Math.max(start + half, Math.min(at, start + size - half));
}

function paintCrowd(ctx, view, { marks, cellOf }) {
  const bundles = new Map(), dots = Array.from({ length: SHARES }, () => []), lit = isSomeLit() ? shownSites.filter(isLit) : [], chosen = new Set(lit);
  const covers = Float64Array.from(marks.flatMap(({ count, box }) => (count > 1 ? box : [0, 0, 0, 0])));
  for (let i = 0; i < SITES; i += 1) {
    if (siteShares[i] === NO_SHARE || (lit.length && chosen.has(sites[i]))) continue;
    if (siteSizes[i] * view.k < SMALLEST) takeDot(dots[siteShares[i]], view, i, covers, 4 * cellOf[i]);
    else if (inView(view, siteBoxes, 4, 4 * i)) bundle(bundles, view, sites[i]);
  }
  for (const bundle of bundles.values()) paintBundle(ctx, bundle);
  paintDots(ctx, view, dots);
  for (const site of lit) if (inView(view, siteBoxes, 4, 4 * site.index)) paintSite(ctx, view, site);
}

// A dot that lies wholly under the count of its cell is left out; nearly half of thousands do.
function takeDot(corners, { k, x: left, y: top, width, height }, index, covers, at) {
  const x = siteSpots[2 * index] * k, y = siteSpots[2 * index + 1] * k;
  if (x >= covers[at] + DOT && x <= covers[at + 2] - DOT && y >= covers[at + 1] + DOT && y <= covers[at + 3] - DOT) return;
  const column = Math.round(x - left) - 1, row = Math.round(y - top) - 1;
  if (column > -DOT && row > -DOT && column < width && row < height) corners.push(column, row);
}

function bundle(bundles, view, site) {
  if (site.kind === "wide") return;
  for (const [side, fact] of site.looks) traceSite(bundleOf(bundles, side, fact, site.kind === "line"), view, site.index);
}

function bundleOf(bundles, side, fact, line) {
  const key = `${side.id}/${fact}/${line}`;
  if (!bundles.has(key)) bundles.set(key, { side, fact, line, path: new Path2D() });
  return bundles.get(key);
}

function traceSite({ path, line }, view, index) {
  for (let at = pathEnds[index]; at < pathEnds[index + 1]; at += 1) {
    traceXY(path, view, points, pointEnds[at], pointEnds[at + 1]);
    if (!line) path.closePath();
  }
}

function paintBundle(ctx, { side, fact, line, path }) {
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = side.colour;
  ctx.lineWidth = line ? 2 : 1;
  if (!line && fact) {
    ctx.globalAlpha = 0.12;
    ctx.fill(path);
  }
  ctx.globalAlpha = 0.7;
  ctx.setLineDash(fact ? [] : DOTTED);
  ctx.stroke(path);
  ctx.restore();
}

// Older ones lie below. Of one age the sides take turns, or the last of them would cover the others.
const TURNS = 16;

function turnsOf(dots) {
  const stop = (key, turn) => 2 * Math.floor(((dots[key].length / 2) * turn) / TURNS), turns = [];
  for (const age of [2, 1, 0]) {
    const keys = [...dots.keys()].filter((key) => (key & 3) === age && dots[key].length);
    for (let turn = 0; turn < TURNS; turn += 1, keys.reverse()) for (const key of keys) turns.push([key, stop(key, turn), stop(key, turn + 1)]);
  }
  return turns;
}

// On paper they stay shapes, which print sharp.
function paintDots(ctx, view, dots) {
  if (!paper.view && dots.reduce((sum, own) => sum + own.length, 0) > 2 * MOST_SHAPES) { paintSheet(ctx, view, dots); return; }
  for (const [key, from, to] of turnsOf(dots)) {
    ctx.fillStyle = shareColour(key);
    for (let i = from; i < to; i += 2) ctx.fillRect(dots[key][i], dots[key][i + 1], DOT, DOT);
  }
}

const sheet = { canvas: null, ctx: null, image: null };

function freshSheet(width, height) {
  sheet.canvas ||= el("canvas");
  sheet.ctx ||= sheet.canvas.getContext("2d", { willReadFrequently: true });
  if (fit(sheet.canvas, width, height)) sheet.image = sheet.ctx.createImageData(sheet.canvas.width, sheet.canvas.height);
  return new Uint32Array(sheet.image.data.buffer).fill(0);
}

// As it stands in memory, whatever the order of bytes there.
function pixelOf(colour) {
  sheet.ctx.fillStyle = colour;
  sheet.ctx.fillRect(0, 0, 1, 1);
  return new Uint32Array(sheet.ctx.getImageData(0, 0, 1, 1).data.buffer)[0];
}

function paintSheet(ctx, view, dots) {
  const ratio = sharpness(), size = Math.round(DOT * ratio), pixels = freshSheet(view.width * ratio, view.height * ratio);
  const { width, height } = sheet.canvas, colours = dots.map((own, key) => (own.length ? pixelOf(shareColour(key)) : 0));
  for (const [key, start, stop] of turnsOf(dots)) {
    const pixel = colours[key], corners = dots[key];
    for (let i = start; i < stop; i += 2) {
      const left = Math.round(corners[i] * ratio), top = Math.round(corners[i + 1] * ratio);
      const from = Math.max(0, left), to = Math.min(width, left + size);
      for (let y = Math.max(0, top); y < Math.min(height, top + size); y += 1) pixels.fill(pixel, y * width + from, y * width + to);
    }
  }
  sheet.ctx.putImageData(sheet.image, 0, 0);
  ctx.drawImage(sheet.canvas, 0, 0, view.width, view.height);
}

// How many claims a cell holds, over a bar of their sides; one alone has its own marker.
function paintCount(ctx, view, mark) {
  const stand = standOf(view, mark, mark.half + 1, PILL / 2 + 1, PILL / 2 + 1), width = 2 * mark.half;
  if (!stand) return;
  const left = stand[0] - mark.half, top = stand[1] - PILL / 2;
  if (left < -60 || top < -40 || left > view.width || top > view.height) return;
  const lit = isAnyLit(mark.sites);
  if (mark.count === 1) {
    const [claim] = mark.sites[0].shown;
    paintPill(ctx, left + mark.half, top + PILL / 2, segmentsOf([claim]), { lit });
    return;
  }
  ctx.fillStyle = lit ? INK.strong : INK.paper;
  ctx.fillRect(left - 1, top - 1, width + 2, PILL + 2);
  ctx.fillStyle = INK.paper;
  ctx.fillRect(left, top, width, PILL);
  let at = left;
  for (const [key, count] of mark.shares) {
    const share = (width * count) / mark.count;
    ctx.fillStyle = shareColour(key);
    ctx.fillRect(at, top + PILL - 5, share, 5);
    at += share;
  }
  ctx.font = PILL_FONT;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = INK.text;
  ctx.fillText(mark.text, left + mark.half, top + (PILL - 5) / 2 + 1);
}
