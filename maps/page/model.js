// The claims and places of the page. Their fields stay in columns; a claim is a view of one row.
const { columns, words } = data;
const COUNT = columns["claim.site"].length;

class Claim {
  constructor(index) { this.index = index; }
  get id() { return data.ids[this.index]; }
  get site() { return columns["claim.site"][this.index] ? columns["claim.site"][this.index] - 1 : undefined; }
  get action() { return data.actions[columns["claim.action"][this.index]]; }
  get status() { return data.statuses[columns["claim.status"][this.index]]; }
  get fact() { return data.facts[columns["claim.status"][this.index]]; }
  get report() { return columns["claim.report"][this.index] ? columns["claim.report"][this.index] - 1 : null; }
  get radius() { return sites[this.site].radius_m; }
  get quote() { return this.quoted()[1]; }
  get before() { return (columns["passage.flags"][columns["claim.passage"][this.index]] & 1 ? "… " : "") + this.quoted()[0]; }
  get after() { return this.quoted()[2] + (columns["passage.flags"][columns["claim.passage"][this.index]] & 2 ? " …" : ""); }

  // Its passage: what stands before the quotation, the quotation, what stands after it.
  quoted() {
    const text = data.texts.at(columns["claim.passage"][this.index]), from = columns["claim.from"][this.index], to = from + columns["claim.chars"][this.index];
    return [text.slice(0, from), text.slice(from, to), text.slice(to)];
  }
}

function define(name, value) { Object.defineProperty(Claim.prototype, name, { get() { return value(this.index); } }); }

for (const name of ["side", "layer", "voices", "against", "start"]) {
  const column = `claim.${name}`;
  define(name, (index) => columns[column][index]);
}
for (const name of ["head", "actor", "opponent", "place", "claimant", "outlet", "published", "when", "whenText", "reviewed", "how", "reason", "detail", "origin", "voicesText", "grade", "gradeText"]) {
  const column = `claim.${name}`;
  define(name, (index) => words[columns[column][index]]);
}
for (const name of ["via", "axes"]) {
  const column = `claim.${name}`;
  define(name, (index) => (columns[column][index] ? words[columns[column][index]].split("\n") : []));
}

// Links stand as pairs, sorted by the claim that has them.
function linksOf(name) {
  const of = columns[`claim.${name}.of`], to = columns[`claim.${name}`], found = new Map();
  for (let i = 0; i < of.length; i += 1) {
    if (!found.has(of[i])) found.set(of[i], []);
    found.get(of[i]).push(to[i]);
  }
  return found;
}

const NONE = [];
for (const name of ["agrees", "contradicts"]) {
  const links = lazily(() => linksOf(name));
  define(name, (index) => links().get(index) || NONE);
}
for (const name of ["chosen", "passed"]) {
  define(name, (index) => {
    const of = columns[`claim.${name}.of`], to = columns[`claim.${name}`], rows = [];
    for (let at = lowest(of, index); at < of.length && of[at] === index; at += 1) {
      const [label, holder, why, source] = data.candidates[to[at]].map((word) => words[word]);
      rows.push({ name: label, in: holder, why, source });
    }
    return rows;
  });
}

// The first place in a rising column that holds at least a value.
function lowest(rising, value) {
  let low = 0, high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}

const claims = Array.from({ length: COUNT }, (_, index) => new Claim(index));

// Coordinates of places on the unit square, two numbers each.
function spotsOf(name) {
  const lons = columns[`${name}.lon`], lats = columns[`${name}.lat`], xy = new Float64Array(2 * lons.length);
  for (let i = 0; i < lons.length; i += 1) {
    xy[2 * i] = unitX(lons[i] / data.scale);
    xy[2 * i + 1] = unitY(lats[i] / data.scale);
  }
  return xy;
}
const spotAt = (spots, index) => [spots[2 * index], spots[2 * index + 1]];
const centres = spotsOf("site"), anchors = spotsOf("anchor"), tails = spotsOf("tail");

const pathEnds = ends(columns["site.paths"]), pointEnds = ends(columns["path.points"]), anchorEnds = ends(columns["site.anchors"]);

// Every point of every path; a path is a stretch of it. Written are the steps from point to point, a
// path's first from the centre of its place.
const points = (() => {
  const stepsX = columns["path.x"], stepsY = columns["path.y"], xy = new Float64Array(2 * stepsX.length), { steps } = data;
  for (let site = 0, path = 0; site < pathEnds.length - 1; site += 1) {
    for (; path < pathEnds[site + 1]; path += 1) {
      let x = Math.round(centres[2 * site] * steps), y = Math.round(centres[2 * site + 1] * steps);
      for (let i = pointEnds[path]; i < pointEnds[path + 1]; i += 1) {
        xy[2 * i] = (x += stepsX[i]) / steps;
        xy[2 * i + 1] = (y += stepsY[i]) / steps;
      }
    }
  }
  return xy;
})();

// What thousands of places are asked at every step stands in bare arrays: boxes, how wide and high
// those are together, and first anchors.
const SITES = columns["site.kind"].length;
const siteBoxes = new Float64Array(4 * SITES), siteSizes = new Float64Array(SITES), siteSpots = new Float64Array(2 * SITES);

class Site {
  constructor(index) {
    this.index = index;
    this.several = null;
    this.hatched = false;
  }

  // Its claims that pass all filters, and how far back the latest of them lies. Most places have one
  // claim, of which no list is kept.
  get shown() { return this.several || (failing[firstRow(this.index)] ? NONE : [claims[firstRow(this.index)]]); }
  get age() { return siteShares[this.index] & 3; }

  get kind() { return data.kinds[columns["site.kind"][this.index]]; }
  get label() { return words[columns["site.label"][this.index]]; }
  get radius_m() { return columns["site.radius"][this.index]; }
  get centre() { return spotAt(centres, this.index); }
  get box() { return siteBoxes.subarray(4 * this.index, 4 * this.index + 4); }
  get spot() { return spotAt(siteSpots, this.index); }
  get looks() { return looksOf(this); }
  get hasShape() { return pathEnds[this.index] < pathEnds[this.index + 1]; }

  get paths() {
    const own = [];
    for (let at = pathEnds[this.index]; at < pathEnds[this.index + 1]; at += 1) own.push(pathOf(points, pointEnds[at], pointEnds[at + 1]));
    return own;
  }

  // Where its marker may stand, the best first; on a line at some parts of its length.
  get anchors() {
    const own = [];
    for (let at = anchorEnds[this.index]; at < anchorEnds[this.index + 1]; at += 1) own.push(spotAt(anchors, at));
    if (own.length) return own;
    return this.kind === "line" ? standsOn(this.index, ALONG) : [this.centre];
  }
}

const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8], MIDDLE = ALONG.slice(0, 1), LINE = data.kinds.indexOf("line"), siteKinds = columns["site.kind"];

const sites = Array.from({ length: SITES }, (_, index) => new Site(index));

// Its first anchor and its box, without a list: this is done for every place at the start.
function placeSite(index) {
  const anchor = anchorEnds[index], from = pointEnds[pathEnds[index]], to = pointEnds[pathEnds[index + 1]], at = 4 * index;
  let spots = centres, spot = 2 * index;
  if (anchor < anchorEnds[index + 1]) { spots = anchors; spot = 2 * anchor; } else if (siteKinds[index] === LINE) { [spots] = standsOn(index, MIDDLE); spot = 0; }
  const x = siteSpots[2 * index] = spots[spot], y = siteSpots[2 * index + 1] = spots[spot + 1];
  if (from < to) fillBox(siteBoxes, at, points, from, to);
  else {
    siteBoxes[at] = siteBoxes[at + 2] = x;
    siteBoxes[at + 1] = siteBoxes[at + 3] = y;
  }
  siteSizes[index] = siteBoxes[at + 2] - siteBoxes[at] + siteBoxes[at + 3] - siteBoxes[at + 1];
}

for (let index = 0; index < SITES; index += 1) placeSite(index);
// The claims of each place stand together; those that are only listed come before all.
const { stops: rowStops, rows: siteRows } = sortedBy(columns["claim.site"], SITES + 1);
const firstRow = (index) => siteRows[rowStops[index + 1]], rowCount = (index) => rowStops[index + 2] - rowStops[index + 1];
const claimsAt = (index) => Array.from(siteRows.subarray(rowStops[index + 1], rowStops[index + 2]), (row) => claims[row]);
columns["tail.claim"].forEach((claim, index) => { claims[claim].tailAt = spotAt(tails, index); });

// Markers stand along the longest part of a line.
function standsOn(site, parts) {
  let longest = null, most = -1;
  for (let at = pathEnds[site]; at < pathEnds[site + 1]; at += 1) {
    const path = { xy: points, from: pointEnds[at], to: pointEnds[at + 1] }, length = lengthOf(path);
    if (length > most) [longest, most] = [path, length];
  }
  return parts.map((part) => along(longest, part * most));
}

// Math.hypot is many times slower, and thousands of lines are measured at the start.
function stepLength(xy, i) {
  const dx = xy[i] - xy[i - 2], dy = xy[i + 1] - xy[i - 1];
  return Math.sqrt(dx * dx + dy * dy);
}

function lengthOf({ xy, from, to }) {
  let sum = 0;
  for (let i = 2 * from + 2; i < 2 * to; i += 2) sum += stepLength(xy, i);
  return sum;
}

function along({ xy, from, to }, reach) {
  for (let i = 2 * from + 2, left = reach; i < 2 * to; i += 2) {
    const step = stepLength(xy, i), part = left / step;
    if (left <= step && step > 0) return [xy[i - 2] + (xy[i] - xy[i - 2]) * part, xy[i - 1] + (xy[i + 1] - xy[i - 1]) * part];
    left -= step;
  }
  return [xy[2 * to - 2], xy[2 * to - 1]];
}

const towns = data.towns.map((town) => ({ ...town, point: decodePoint(town.at, data.scale) }));
const routes = data.routes.map((route) => ({ name: route.name, paths: route.paths.map((path) => decode(path, data.scale)) }));
