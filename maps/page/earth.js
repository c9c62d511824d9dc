// Coordinates. Paths are kept on the unit square of web Mercator; a view scales and shifts them.
const RADIANS = Math.PI / 180;
const unitX = (lon) => (lon + 180) / 360;
// The map ends short of the poles: what lies beyond stands at its edge.
const LAST = 85.05;
function unitY(lat) {
  const sine = Math.sin((lat > LAST ? LAST : lat < -LAST ? -LAST : lat) * RADIANS);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

// A path is a stretch [from, to) of a row of points, and the box around it.
function decode(numbers, scale) {
  const xy = new Float64Array(numbers.length);
  for (let i = 0, lon = 0, lat = 0; i < numbers.length; i += 2) {
    lon += numbers[i];
    lat += numbers[i + 1];
    xy[i] = unitX(lon / scale);
    xy[i + 1] = unitY(lat / scale);
  }
  return pathOf(xy, 0, xy.length / 2);
}

const pathOf = (xy, from, to) => ({ xy, from, to, box: boxAround(xy, from, to) });

const boxAround = (xy, from, to) => fillBox(new Float64Array(4), 0, xy, from, to);

// Writes the box around a stretch of points as four numbers of a row.
function fillBox(row, at, xy, from, to) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    if (xy[i] < x0) x0 = xy[i];
    if (xy[i + 1] < y0) y0 = xy[i + 1];
    if (xy[i] > x1) x1 = xy[i];
    if (xy[i + 1] > y1) y1 = xy[i + 1];
  }
  row[at] = x0;
  row[at + 1] = y0;
  row[at + 2] = x1;
  row[at + 3] = y1;
  return row;
}

const decodePoint = ([lon, lat], scale) => [unitX(lon / scale), unitY(lat / scale)];

// What a canvas shows that reaches beyond the window by a part of its size on each side.
function viewOf(map, beyond) {
  const size = map.getSize(), corner = map.getPixelBounds().min, more = size.multiplyBy(beyond).round();
  return {
    k: 256 * 2 ** map.getZoom(), x: corner.x - more.x, y: corner.y - more.y, width: size.x + 2 * more.x,
    height: size.y + 2 * more.y, zoom: map.getZoom(), beyond: more,
  };
}

const toScreen = (view, [x, y]) => [x * view.k - view.x, y * view.k - view.y];

// Length in pixels of metres on the ground; unitLat is the Mercator ordinate.
function pixels(view, metres, unitLat) {
  const lat = Math.atan(Math.sinh((0.5 - unitLat) * 2 * Math.PI));
  return (metres / (40075016.686 * Math.cos(lat))) * view.k;
}

// Whether a box, of which the first of four numbers stands at a place in an array, is in sight.
function inView(view, boxes, margin, at = 0) {
  return boxes[at + 2] * view.k - view.x > -margin && boxes[at] * view.k - view.x < view.width + margin
    && boxes[at + 3] * view.k - view.y > -margin && boxes[at + 1] * view.k - view.y < view.height + margin;
}

function trace(ctx, view, { xy, from, to }, close) {
  traceXY(ctx, view, xy, from, to);
  if (close) ctx.closePath();
}

function traceXY(ctx, { k, x: left, y: top }, xy, from, to) {
  let lastX = NaN, lastY = NaN;
  for (let i = 2 * from; i < 2 * to; i += 2) {
    const x = xy[i] * k - left, y = xy[i + 1] * k - top;
    if (i === 2 * from) ctx.moveTo(x, y);
    else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.7 && i < 2 * to - 2) continue;
    else ctx.lineTo(x, y);
    lastX = x; lastY = y;
  }
}

const earth = readEarth(data.earth, data.columns);

// Points that stand on the square in whole steps, two numbers each.
function squarePoints(xs, ys, steps) {
  const xy = new Float64Array(2 * xs.length);
  for (let i = 0; i < xs.length; i += 1) {
    xy[2 * i] = xs[i] / steps;
    xy[2 * i + 1] = ys[i] / steps;
  }
  return xy;
}

// All parts of all layers one after the other: their points, where each starts, and its box.
function readEarth({ layers, steps }, { "earth.x": xs, "earth.y": ys, "earth.parts": parts, "earth.points": sizes }) {
  const xy = squarePoints(xs, ys, steps), starts = ends(sizes), boxes = new Float64Array(4 * sizes.length), partEnds = ends(parts);
  for (let n = 0; n < sizes.length; n += 1) fillBox(boxes, 4 * n, xy, starts[n], starts[n + 1]);
  return { xy, starts, boxes, layers: Object.fromEntries(layers.map((name, n) => [name, [partEnds[n], partEnds[n + 1]]])) };
}

function paintEarth(ctx, view) {
  ctx.fillStyle = INK.outside;
  ctx.fillRect(0, 0, view.width, view.height);
  const [west, south, east, north] = data.extent;
  const [x0, y0] = toScreen(view, [unitX(west), unitY(north)]);
  const [x1, y1] = toScreen(view, [unitX(east), unitY(south)]);
  ctx.fillStyle = INK.sea;
  ctx.fillRect(x0, y0, x1 - x0, y1 - y0);
  fillEarth(ctx, view, "land", INK.land);
  fillEarth(ctx, view, "lakes", INK.lake);
  strokeEarth(ctx, view, "rivers", INK.river, 1, []);
  strokeEarth(ctx, view, "coast", INK.coast, 1, []);
  strokeEarth(ctx, view, "admin1", INK.admin1, 1, [4, 3]);
  strokeEarth(ctx, view, "borders", INK.border, 1.3, []);
  strokeEarth(ctx, view, "disputed", INK.border, 1.3, [2, 3]);
}

function traceEarth(ctx, view, layer, margin, close) {
  const { xy, starts, boxes, layers: { [layer]: [first, end] } } = earth;
  ctx.beginPath();
  for (let n = first; n < end; n += 1) {
    if (!inView(view, boxes, margin, 4 * n)) continue;
    traceXY(ctx, view, xy, starts[n], starts[n + 1]);
    if (close) ctx.closePath();
  }
}

function fillEarth(ctx, view, layer, colour) {
  traceEarth(ctx, view, layer, 0, true);
  ctx.fillStyle = colour;
  ctx.fill("evenodd");
}

function strokeEarth(ctx, view, layer, colour, width, dash) {
  traceEarth(ctx, view, layer, 2, false);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = "round";
  ctx.setLineDash(dash);
  ctx.stroke();
  ctx.setLineDash([]);
}
