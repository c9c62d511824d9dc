// Many places at once: each is a dot, and a cell of the window counts its claims by side. Dots and
// shapes of one look are painted together, so that thousands cost little more than hundreds.
const CELL = [54, 30];
// A shape no larger than a count is a dot until the reader comes closer.
const SMALLEST = 44;
const DOT = 3;
// So many dots of one look are filled faster as one path, fewer one by one.
const DOTS_TOGETHER = 5000;
// A marker of one claim: its sign and its side's letters.
const LONE = 44;

function cellMarks(k) {
  const cells = new Map();
  for (const site of shownSites) {
    const column = Math.floor((siteSpots[2 * site.index] * k) / CELL[0]), row = Math.floor((siteSpots[2 * site.index + 1] * k) / CELL[1]);
    const key = column * 2 ** 26 + row, mark = cells.get(key);
    if (mark) mark.sites.push(site); else cells.set(key, { sites: [site] });
  }
  const marks = [...cells.values()];
  for (const mark of marks) placeCount(mark, k);
  return marks;
}

// A side, and how far back its claims lie.
const shareKey = (side, age) => 4 * side + age;
const shareColour = (key) => aged(data.sides[key >> 2], key & 3).colour;

const tally = new Uint32Array(shareKey(data.sides.length, 0));

function placeCount(mark, k) {
  mark.count = 0;
  tally.fill(0);
  for (const { shown } of mark.sites) {
    mark.count += shown.length;
    for (let i = 0; i < shown.length; i += 1) {
      const { index } = shown[i];
      tally[shareKey(claimSides[index], ages[index])] += 1;
    }
  }
  mark.shares = [...tally].map((count, key) => [key, count]).filter(([, count]) => count);
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

function paintCrowd(ctx, view, marks) {
  const bundles = new Map(), dots = new Map(), lit = [];
  for (const mark of marks) {
    for (const site of mark.sites) {
      if (!inView(view, siteBoxes, 4, 4 * site.index)) continue;
      if (isLit(site)) lit.push(site);
      else if (isLarge(view, site.index)) bundle(bundles, view, site);
      else if (!isUnder(mark, site.index, view.k)) dotsOf(dots, shareKey(claimSides[site.shown[0].index], site.age)).push(site.index);
    }
  }
  for (const bundle of bundles.values()) paintBundle(ctx, bundle);
  for (const [key, own] of [...dots].sort((a, b) => (b[0] & 3) - (a[0] & 3) || a[0] - b[0])) paintDots(ctx, view, own, shareColour(key));
  for (const site of lit) paintSite(ctx, view, site);
}

function bundle(bundles, view, site) {
  if (site.kind === "wide") return;
  for (const [side, fact] of site.looks) traceSite(bundleOf(bundles, side, fact, site.kind === "line"), view, site.index);
}

// Whether a dot lies wholly under the count of its cell; nearly half of thousands do.
function isUnder({ count, box }, index, k) {
  if (count === 1) return false;
  const x = siteSpots[2 * index] * k, y = siteSpots[2 * index + 1] * k;
  return x >= box[0] + DOT && x <= box[2] - DOT && y >= box[1] + DOT && y <= box[3] - DOT;
}

function dotsOf(dots, key) {
  if (!dots.has(key)) dots.set(key, []);
  return dots.get(key);
}

function isLarge(view, index) {
  const at = 4 * index;
  return (siteBoxes[at + 2] - siteBoxes[at] + siteBoxes[at + 3] - siteBoxes[at + 1]) * view.k >= SMALLEST;
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

function paintDots(ctx, view, own, colour) {
  ctx.fillStyle = colour;
  if (own.length > DOTS_TOGETHER) return fillDots(ctx, view, own);
  for (const index of own) {
    const x = siteSpots[2 * index] * view.k - view.x, y = siteSpots[2 * index + 1] * view.k - view.y;
    ctx.fillRect(Math.round(x) - 1, Math.round(y) - 1, DOT, DOT);
  }
}

function fillDots(ctx, view, own) {
  const path = new Path2D();
  for (const index of own) {
    const x = siteSpots[2 * index] * view.k - view.x, y = siteSpots[2 * index + 1] * view.k - view.y;
    path.rect(Math.round(x) - 1, Math.round(y) - 1, DOT, DOT);
  }
  ctx.fill(path);
}

// How many claims a cell holds, over a bar of their sides; one alone has its own marker.
function paintCount(ctx, view, mark) {
  const stand = standOf(view, mark, mark.half + 1, PILL / 2 + 1, PILL / 2 + 1), width = 2 * mark.half;
  if (!stand) return;
  const left = stand[0] - mark.half, top = stand[1] - PILL / 2;
  if (left < -60 || top < -40 || left > view.width || top > view.height) return;
  const lit = mark.sites.some(isLit);
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
