// The claims and places of the page. Their fields stay in columns; a claim is a view of one row.
const { columns, words } = data;
const COUNT = data.ids.length;

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
  const numbers = columns[`claim.${name}`];
  define(name, (index) => numbers[index]);
}
for (const name of ["head", "actor", "opponent", "place", "claimant", "outlet", "published", "when", "whenText", "reviewed", "how", "reason", "detail", "origin", "voicesText", "grade", "gradeText"]) {
  const numbers = columns[`claim.${name}`];
  define(name, (index) => words[numbers[index]]);
}
for (const name of ["via", "axes"]) {
  const numbers = columns[`claim.${name}`];
  define(name, (index) => (numbers[index] ? words[numbers[index]].split("\n") : []));
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
  const links = linksOf(name);
  define(name, (index) => links.get(index) || NONE);
}
for (const name of ["chosen", "passed"]) {
  const of = columns[`claim.${name}.of`], to = columns[`claim.${name}`];
  define(name, (index) => {
    const rows = [];
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

function spotsOf(name) {
  const lons = columns[`${name}.lon`], lats = columns[`${name}.lat`];
  return (index) => [unitX(lons[index] / data.scale), unitY(lats[index] / data.scale)];
}
const centreAt = spotsOf("site"), anchorAt = spotsOf("anchor"), tailAt = spotsOf("tail");

const pathEnds = ends(columns["site.paths"]), pointEnds = ends(columns["path.points"]), anchorEnds = ends(columns["site.anchors"]);

// Every point of every path; a path is a stretch of it. Written are the steps from point to point, a
// path's first from the centre of its place.
const points = (() => {
  const lons = columns["path.lon"], lats = columns["path.lat"], xy = new Float64Array(2 * lons.length);
  for (let site = 0, path = 0; site < pathEnds.length - 1; site += 1) {
    for (; path < pathEnds[site + 1]; path += 1) {
      let lon = columns["site.lon"][site], lat = columns["site.lat"][site];
      for (let i = pointEnds[path]; i < pointEnds[path + 1]; i += 1) {
        xy[2 * i] = unitX((lon += lons[i]) / data.scale);
        xy[2 * i + 1] = unitY((lat += lats[i]) / data.scale);
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
    this.claims = NONE;
    this.shown = NONE;
  }

  get kind() { return data.kinds[columns["site.kind"][this.index]]; }
  get label() { return words[columns["site.label"][this.index]]; }
  get radius_m() { return columns["site.radius"][this.index]; }
  get centre() { return centreAt(this.index); }
  get box() { return siteBoxes.subarray(4 * this.index, 4 * this.index + 4); }
  get spot() { return [siteSpots[2 * this.index], siteSpots[2 * this.index + 1]]; }
  get looks() { return looksOf(this); }
  get hasShape() { return pathEnds[this.index] < pathEnds[this.index + 1]; }

  get paths() {
    const own = [];
    for (let at = pathEnds[this.index]; at < pathEnds[this.index + 1]; at += 1) own.push(pathOf(points, pointEnds[at], pointEnds[at + 1]));
    return own;
  }

  // Where its marker may stand, the best first; on a line at some parts of its length.
  get anchors() { return this.anchorsAt(ALONG); }

  anchorsAt(parts) {
    const own = [];
    for (let at = anchorEnds[this.index]; at < anchorEnds[this.index + 1]; at += 1) own.push(anchorAt(at));
    if (own.length) return own;
    return this.kind === "line" ? standsOn(this.paths, parts) : [this.centre];
  }
}

const ALONG = [0.5, 0.35, 0.65, 0.2, 0.8];

const sites = Array.from({ length: SITES }, (_, index) => new Site(index));
for (const site of sites) {
  const [[x, y]] = site.anchorsAt(ALONG.slice(0, 1)), { index } = site;
  siteSpots.set([x, y], 2 * index);
  const from = pointEnds[pathEnds[index]], to = pointEnds[pathEnds[index + 1]];
  const box = from < to ? boxAround(points, from, to) : [x, y, x, y];
  siteBoxes.set(box, 4 * index);
  siteSizes[index] = box[2] - box[0] + box[3] - box[1];
}
columns["claim.site"].forEach((number, claim) => {
  if (!number) return;
  const site = sites[number - 1];
  // Most places have one claim, and a list that is made with it takes no more room than it needs.
  if (site.claims === NONE) site.claims = [claims[claim]]; else site.claims.push(claims[claim]);
});
columns["tail.claim"].forEach((claim, index) => { claims[claim].tailAt = tailAt(index); });

// Markers stand along the longest part of a line.
function standsOn(paths, parts) {
  const longest = paths.reduce((best, path) => (lengthOf(path) > lengthOf(best) ? path : best)), length = lengthOf(longest);
  return parts.map((part) => along(longest, part * length));
}

function lengthOf({ xy, from, to }) {
  let sum = 0;
  for (let i = 2 * from + 2; i < 2 * to; i += 2) sum += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
  return sum;
}

function along({ xy, from, to }, reach) {
  for (let i = 2 * from + 2, left = reach; i < 2 * to; i += 2) {
    const step = Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
    if (left <= step && step > 0) return [0, 1].map((n) => xy[i - 2 + n] + (xy[i + n] - xy[i - 2 + n]) * (left / step));
    left -= step;
  }
  return [xy[2 * to - 2], xy[2 * to - 1]];
}

const towns = data.towns.map((town) => ({ ...town, point: decodePoint(town.at, data.scale) }));
const routes = data.routes.map((route) => ({ name: route.name, paths: route.paths.map((path) => decode(path, data.scale)) }));
