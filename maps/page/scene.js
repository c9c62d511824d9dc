// What is visible, and where its markers and names stand. Positions depend on the zoom alone, so
// nothing jumps while the reader pans.
const NO_MOMENT = () => ({ moment: null, window: "all", afterwards: "fade" });
const state = { ...NO_FILTER(), ...NO_MOMENT(), routes: true, selected: null, lit: new Set(), hover: null };

// So many places on a map are counted cell by cell; fewer are each given room.
const CROWDED = 400;
let shownSites = [], crowded = false;
// The side and the age of each place's dot; the age is how far back the latest of its claims lies.
const siteShares = new Uint16Array(SITES), NO_SHARE = 65535;

function refreshShown() {
  refreshFailing();
  shownSites = [];
  for (let index = 0; index < SITES; index += 1) {
    const share = siteShares[index] = rowCount(index) === 1 ? shareOf(firstRow(index)) : shareOfSeveral(sites[index]);
    if (share !== NO_SHARE) shownSites.push(sites[index]);
  }
  crowded = shownSites.length > CROWDED;
  if (!crowded) {
    chooseHatched();
    // What is of this moment lies over what is older.
    shownSites.sort((a, b) => b.age - a.age || a.index - b.index);
  }
  layouts.clear();
}

const shareOf = (row) => (failing[row] ? NO_SHARE : shareKey(claimSides[row], ages[row]));

function shareOfSeveral(site) {
  site.several = claimsAt(site.index).filter(passes);
  return site.several.length ? shareKey(claimSides[site.several[0].index], ageOf(site.several)) : NO_SHARE;
}

// How far back the latest of some claims lies.
function ageOf(own) {
  let least = 2;
  for (const { index } of own) if (ages[index] < least) least = ages[index];
  return least;
}

// Three hatchings over each other are mud. The smaller shapes keep theirs; a larger one that covers
// two of them is an outline until it is selected.
function chooseHatched() {
  const chosen = [];
  const shapes = shownSites.filter((site) => site.kind !== "wide" && site.kind !== "line" && site.hasShape);
  for (const site of shapes.sort((a, b) => area(a.box) - area(b.box) || a.index - b.index)) {
    site.hatched = chosen.filter((other) => shared(site.box, other.box) > 0.3 * area(other.box)).length < 2;
    if (site.hatched) chosen.push(site);
  }
}

const area = ([x0, y0, x1, y1]) => (x1 - x0) * (y1 - y0);
const shared = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

// Boxes that must not overlap, found through a coarse grid.
class Boxes {
  constructor() { this.cells = new Map(); }

  // The first answer that is one, of those about each cell that a box touches.
  find(box, ask) {
    const right = Math.floor(box[2] / 96), bottom = Math.floor(box[3] / 96);
    for (let x = Math.floor(box[0] / 96); x <= right; x += 1) {
      for (let y = Math.floor(box[1] / 96); y <= bottom; y += 1) {
        const found = ask(x * 2 ** 26 + y);
        if (found) return found;
      }
    }
    return null;
  }

  // The first thing in the way; what belongs to one of the mark's own places is not.
  hit(box, own = NONE) {
    return this.find(box, (key) => {
      const cell = this.cells.get(key);
      return cell && cell.find(({ box: other, owner }) => (
        box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1] && !(owner && own.includes(owner))));
    });
  }

  add(item) {
    this.find(item.box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(item); else this.cells.set(key, [item]);
    });
  }

  remove(item) {
    this.find(item.box, (key) => {
      const cell = this.cells.get(key);
      cell.splice(cell.indexOf(item), 1);
    });
  }
}

// What stands under a marker: why it is hollow, and what a wide or ring-shaped place is called.
function wordsOf(mark) {
  const hollow = mark.claims.every((claim) => !claim.fact);
  return hollow ? [...new Set(mark.claims.map((claim) => t(`mark.${claim.status}`)))].join(" / ") : "";
}

function dress(mark) {
  mark.segments = segmentsOf(mark.claims);
  mark.word = wordsOf(mark);
  const [only] = mark.sites;
  mark.name = mark.sites.length === 1 && only.kind === "wide" ? only.label : "";
  const width = Math.max(
    pillWidth(mark.segments),
    mark.word ? measure(mark.word, WORD_FONT) : 0,
    mark.name ? measure(mark.name, WORD_FONT) : 0,
  );
  mark.disputed = mark.claims.some((claim) => claim.contradicts.length);
  mark.half = width / 2 + (mark.disputed ? 8 : 3);
  mark.up = PILL / 2 + 2 + (mark.name ? 13 : 0);
  mark.down = PILL / 2 + 2 + (mark.word ? 13 : 0);
}

const boxAt = (mark, x, y) => [x - mark.half, y - mark.up, x + mark.half, y + mark.down];

function* stands(mark, k) {
  const [site] = mark.sites;
  for (const [x, y] of site.anchors) yield [x * k, y * k];
  const [x, y] = site.spot, far = site.kind === "wide" ? [34, 64] : [26];
  for (const step of far) {
    for (const [dx, dy] of [[0, -1], [0, 1], [1.6, 0], [-1.6, 0], [1.3, -1], [-1.3, 1], [1.3, 1], [-1.3, -1]]) {
      yield [x * k + dx * step, y * k + dy * step];
    }
  }
}

const ORDER = { point: 0, area: 1, line: 2, corridor: 2, sector: 3, ring: 4, wide: 5 };

function placeMarks(k, boxes) {
  const marks = new Set();
  const waiting = [...shownSites].sort((a, b) => (
    hasAxes(b) - hasAxes(a) || ORDER[a.kind] - ORDER[b.kind] || b.shown.length - a.shown.length || a.index - b.index
  ));
  for (const site of waiting) {
    let mark = { sites: [site], claims: site.shown, home: site.spot };
    for (;;) {
      dress(mark);
      const all = [...stands(mark, k)], free = all.find(([x, y]) => !boxes.hit(boxAt(mark, x, y), mark.sites));
      // The first marker among many names has none to join, and covers a name.
      const stand = free || (marks.size ? null : all[0]);
      if (stand) { [mark.x, mark.y] = stand; break; }
      mark = merge(mark, nearest(mark, k, marks), boxes, marks);
    }
    mark.box = boxAt(mark, mark.x, mark.y);
    boxes.add(mark);
    marks.add(mark);
    for (const box of axisBoxes(site, k)) boxes.add({ box, owner: site });
  }
  return [...marks];
}

const hasAxes = (site) => site.shown.some((claim) => claim.axes.length && !claim.tailAt);

// Room for the short arrows that say where a movement came from.
function axisBoxes(site, k) {
  const words = new Set(site.shown.flatMap((claim) => (claim.tailAt ? [] : claim.axes)));
  return [...words].map(bearingOf).filter((bearing) => bearing !== null).map((bearing) => {
    const [dx, dy] = [Math.sin(bearing * RADIANS), -Math.cos(bearing * RADIANS)], reach = axisStart(dx) + 16;
    const x = site.centre[0] * k + dx * reach, y = site.centre[1] * k + dy * reach;
    return [x - 9, y - 9, x + 9, y + 9];
  });
}

function nearest(mark, k, marks) {
  const gap = (other) => Math.hypot(other.x - mark.home[0] * k, other.y - mark.home[1] * k);
  return [...marks].reduce((best, other) => (gap(other) < gap(best) ? other : best));
}

// No room: two places become one marker with a count; none is ever hidden.
function merge(mark, other, boxes, marks) {
  boxes.remove(other);
  marks.delete(other);
  return {
    sites: [...other.sites, ...mark.sites],
    claims: [...other.claims, ...mark.claims],
    home: other.home,
  };
}

// Where a marker stands off its place, the place is a dot that no name may cover.
function footBoxes(mark, k) {
  return mark.sites.filter((site) => site.kind !== "wide" && site.kind !== "ring")
    .map((site) => [site.spot[0] * k, site.spot[1] * k])
    .filter(([x, y]) => x < mark.box[0] || x > mark.box[2] || y < mark.box[1] || y > mark.box[3])
    .map(([x, y]) => [x - 3, y - 3, x + 3, y + 3]);
}

function townFont(town) {
  if (town.people >= 300000) return `600 13px ${FONT}`;
  return town.people >= 60000 ? `500 12px ${FONT}` : `400 11px ${FONT}`;
}

// Readers find their way by the big cities, so their names stand before any marker takes the room:
// under the place where the city's own marker will be, beside the dot where it has none.
function placeCities(k, boxes) {
  const named = [];
  for (const town of towns) {
    if (town.people < 100000) continue;
    const font = townFont(town), width = measure(town.name, font);
    const x = town.point[0] * k, y = town.point[1] * k;
    const marked = shownSites.some(({ index }) => Math.hypot(siteSpots[2 * index] * k - x, siteSpots[2 * index + 1] * k - y) < 20);
    const [a, b] = marked ? [x, y + PILL + 3] : [x + 8 + width / 2, y];
    const box = [a - width / 2 - 3, b - 8, a + width / 2 + 3, b + 8];
    if (boxes.hit(box)) continue;
    named.push({ town, font, width, x: a, y: b, dot: [x, y], box });
    boxes.add(named.at(-1));
  }
  return named;
}

// A city whose name lies under the dots of markers that stand off is named beside them if it can be.
function elsewhere(city, k, boxes) {
  boxes.remove(city);
  const [other] = placeTowns(k, boxes, [city.town]);
  if (other) return other;
  boxes.add(city);
  return city;
}

function placeTowns(k, boxes, wanted) {
  const named = [];
  for (const town of wanted) {
    const font = townFont(town), width = measure(town.name, font);
    const x = town.point[0] * k, y = town.point[1] * k;
    const over = boxes.hit([x - 2, y - 2, x + 2, y + 2]);
    const [left, top, right, bottom] = over ? over.box : [x - 5, y - 5, x + 5, y + 5];
    const stands = [
      [right + 3 + width / 2, y], [left - 3 - width / 2, y],
      [x, bottom + 8], [x, top - 8],
      [right + width / 2, top - 4], [left - width / 2, bottom + 4],
    ];
    const stand = stands.find(([a, b]) => !boxes.hit([a - width / 2 - 4, b - 8, a + width / 2 + 4, b + 8]));
    if (!stand) continue;
    const [a, b] = stand;
    named.push({ town, font, width, x: a, y: b, dot: [x, y] });
    boxes.add({ box: [a - width / 2 - 4, b - 8, a + width / 2 + 4, b + 8] });
    boxes.add({ box: [x - 3, y - 3, x + 3, y + 3] });
  }
  return named;
}

const layouts = new Map();
function layout(zoom) {
  if (!layouts.has(zoom)) {
    const k = 256 * 2 ** zoom, boxes = new Boxes(), named = crowded ? [] : placeCities(k, boxes);
    const { marks, cellOf } = crowded ? cellMarks(k) : { marks: placeMarks(k, boxes) }, feet = crowded ? [] : marks.flatMap((mark) => footBoxes(mark, k));
    for (const item of crowded ? marks : feet.map((box) => ({ box }))) boxes.add(item);
    const cities = named.map((city) => (feet.some((box) => shared(city.box, box)) ? elsewhere(city, k, boxes) : city)), done = new Set(cities.map(({ town }) => town));
    const others = placeTowns(k, boxes, towns.filter((town) => !done.has(town)));
    layouts.set(zoom, { marks, cellOf, towns: [...cities, ...others] });
  }
  return layouts.get(zoom);
}
