// The view that a page opens with: where a marker would be cut at the window's edge or lie under a
// control, the map moves a little or shows more of the land.
const FARTHER = [0, 0.25, 0.5, 0.75, 1], ASIDE = [[0, 0], [-1, 0], [1, 0], [0, 1], [0, -1], [-1, 1], [1, 1], [-1, -1], [1, -1]];
const MARGIN = 5;

function settleOpening() {
  if (crowded || !shownSites.length) return;
  const start = map.getZoom(), middle = map.getCenter(), controls = takenControls();
  for (const farther of FARTHER) {
    const found = clearView(start - farther, middle, controls);
    if (found) { map.setView(found, start - farther, { animate: false }); return; }
  }
}

// A middle for the map at a zoom with nothing cut and nothing covered, as near as possible.
function clearView(zoom, middle, controls) {
  const k = 256 * 2 ** zoom, { x: width, y: height } = map.getSize(), at = map.project(middle, zoom);
  const inside = ({ home: [x, y] }, corner) => x * k > corner.x && x * k < corner.x + width && y * k > corner.y && y * k < corner.y + height;
  const first = at.subtract([width / 2, height / 2]), marks = layout(zoom).marks.filter((mark) => inside(mark, first));
  if (!marks.length) return null;
  const edge = (side, pick) => pick(...marks.map(({ box }) => box[side]));
  const [x0, y0, x1, y1] = [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
  const slack = [(width - (x1 - x0)) / 2 - MARGIN, (height - (y1 - y0)) / 2 - MARGIN];
  if (slack[0] < 0 || slack[1] < 0) return null;
  const centred = L.point((x0 + x1) / 2, (y0 + y1) / 2);
  const tries = [at, ...ASIDE.map(([dx, dy]) => centred.add([dx * slack[0], dy * slack[1]]))];
  const found = tries.find((centre) => isClear(marks, centre.subtract([width / 2, height / 2]), width, height, controls));
  return found ? map.unproject(found, zoom) : null;
}

function isClear(marks, corner, width, height, controls) {
  return marks.every(({ box }) => {
    const [x0, y0, x1, y1] = [box[0] - corner.x, box[1] - corner.y, box[2] - corner.x, box[3] - corner.y];
    return x0 >= MARGIN && y0 >= MARGIN && x1 <= width - MARGIN && y1 <= height - MARGIN
      && !controls.some((other) => x0 < other[2] && x1 > other[0] && y0 < other[3] && y1 > other[1]);
  });
}
