// The view that a page opens with: where markers would be cut at the window's edge or lie under a
// control, the map moves a little or shows more of the land.
const FARTHER = [0, 0.25, 0.5, 0.75, 1], STEPS = [0, -0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1];
const ASIDE = STEPS.flatMap((x) => STEPS.map((y) => [x, y]));
const MARGIN = 5;
const opening = { centre: null, zoom: 0 };

function openMap() {
  settleOpening();
  Object.assign(opening, { centre: map.getCenter(), zoom: map.getZoom() });
  link.start = placeNow();
}

// A map whose size changes while nobody has moved it gets its own opening: a phone is turned, a frame
// is given the height it asked for. Else its middle stays; Leaflet would move it by whole pixels and
// so little by little off that.
function resizeMap() {
  const centre = map.getCenter(), zoom = map.getZoom(), { x, y } = map.getSize(), node = map.getContainer();
  if (x === node.clientWidth && y === node.clientHeight) return;
  map.invalidateSize({ pan: false });
  if (state.selected === null && zoom === opening.zoom && centre.equals(opening.centre)) openMap();
  else map.setView(centre, zoom, { animate: false });
}

function settleOpening() {
  fitOpening();
  if (crowded || !shownSites.length) return;
  const controls = takenControls(), start = map.getZoom(), middle = map.getCenter();
  let best = { cost: Infinity };
  for (const farther of FARTHER) {
    for (const view of openingViews(start - farther, middle, controls)) {
      const cost = view.faults + 0.9 * farther;
      if (cost < best.cost) best = { ...view, cost };
    }
    if (!best.faults) break;
  }
  if (best.centre) map.setView(map.unproject(best.centre, best.zoom), best.zoom, { animate: false });
}

// Views at a zoom with how many markers of the opening's land each of them would spoil.
function openingViews(zoom, middle, controls) {
  const k = 256 * 2 ** zoom, half = map.getSize().divideBy(2), at = map.project(middle, zoom);
  const [a, b] = [map.project([north, west], zoom), map.project([south, east], zoom)];
  const marks = layout(zoom).marks.filter(({ home: [x, y] }) => x * k >= a.x && x * k <= b.x && y * k >= a.y && y * k <= b.y);
  if (!marks.length) return [];
  const edge = (side, pick) => pick(...marks.map(({ box }) => box[side]));
  const [x0, y0, x1, y1] = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
  const slack = [half.x - (x1 - x0) / 2 - MARGIN, half.y - (y1 - y0) / 2 - MARGIN].map((room) => Math.max(0, room));
  const centred = L.point((x0 + x1) / 2, (y0 + y1) / 2);
  return [at, ...ASIDE.map(([dx, dy]) => centred.add([dx * slack[0], dy * slack[1]]))]
    .map((centre) => ({ zoom, centre, faults: marks.filter(({ box }) => isSpoilt(box, centre.subtract(half), half, controls)).length }));
}

function isSpoilt(box, corner, half, controls) {
  const [x0, y0, x1, y1] = [box[0] - corner.x, box[1] - corner.y, box[2] - corner.x, box[3] - corner.y];
  return x0 < MARGIN || y0 < MARGIN || x1 > 2 * half.x - MARGIN || y1 > 2 * half.y - MARGIN
    || controls.some((other) => x0 < other[2] && x1 > other[0] && y0 < other[3] && y1 > other[1]);
}
