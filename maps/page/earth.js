// Coordinates. Paths are kept on the unit square of web Mercator; a view scales and shifts them.
const RADIANS = Math.PI / 180;
const unitX = (lon) => (lon + 180) / 360;
const unitY = (lat) => 0.5 - Math.asinh(Math.tan(lat * RADIANS)) / (2 * Math.PI);

function decode(numbers, scale) {
  const xy = new Float64Array(numbers.length);
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0, lon = 0, lat = 0; i < numbers.length; i += 2) {
    lon += numbers[i];
    lat += numbers[i + 1];
    const x = unitX(lon / scale), y = unitY(lat / scale);
    xy[i] = x;
    xy[i + 1] = y;
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  }
  return { xy, box };
}

const decodePoint = ([lon, lat], scale) => [unitX(lon / scale), unitY(lat / scale)];

function viewOf(map) {
  const size = map.getSize(), corner = map.getPixelBounds().min, k = 256 * 2 ** map.getZoom();
  return { k, x: corner.x, y: corner.y, width: size.x, height: size.y, zoom: map.getZoom() };
}

const toScreen = (view, [x, y]) => [x * view.k - view.x, y * view.k - view.y];

// Length in pixels of metres on the ground; unitLat is the Mercator ordinate.
function pixels(view, metres, unitLat) {
  const lat = Math.atan(Math.sinh((0.5 - unitLat) * 2 * Math.PI));
  return (metres / (40075016.686 * Math.cos(lat))) * view.k;
}

function inView(view, box, margin) {
  return box[2] * view.k - view.x > -margin && box[0] * view.k - view.x < view.width + margin
    && box[3] * view.k - view.y > -margin && box[1] * view.k - view.y < view.height + margin;
}

function trace(ctx, view, path, close) {
  const { xy } = path;
  let lastX = NaN, lastY = NaN;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i] * view.k - view.x, y = xy[i + 1] * view.k - view.y;
    if (i === 0) ctx.moveTo(x, y);
    else if (Math.abs(x - lastX) + Math.abs(y - lastY) < 0.7 && i < xy.length - 2) continue;
    else ctx.lineTo(x, y);
    lastX = x; lastY = y;
  }
  if (close) ctx.closePath();
}

const earth = Object.fromEntries(Object.entries(data.basemap.layers || {}).map(
  ([name, paths]) => [name, paths.map((path) => decode(path, data.basemap.scale))],
));

const INK = {
  outside: "#e4e5e2", sea: "#dbe6ec", land: "#f2f3f0", lake: "#dbe6ec", river: "#bdd2de",
  coast: "#a9bdc8", admin1: "#cfcfc8", border: "#8f8d88", road: "#8a8578", text: "#3c3f42",
  faint: "#6a6d70",
};

function paintEarth(ctx, view) {
  ctx.fillStyle = earth.land ? INK.outside : INK.land;
  ctx.fillRect(0, 0, view.width, view.height);
  if (!earth.land) return;
  const [west, south, east, north] = data.extent;
  const [x0, y0] = toScreen(view, [unitX(west), unitY(north)]);
  const [x1, y1] = toScreen(view, [unitX(east), unitY(south)]);
  ctx.fillStyle = INK.sea;
  ctx.fillRect(x0, y0, x1 - x0, y1 - y0);
  fillEarth(ctx, view, earth.land, INK.land);
  fillEarth(ctx, view, earth.lakes, INK.lake);
  strokeEarth(ctx, view, earth.rivers, INK.river, 1, []);
  strokeEarth(ctx, view, earth.coast, INK.coast, 1, []);
  strokeEarth(ctx, view, earth.admin1, INK.admin1, 1, [4, 3]);
  strokeEarth(ctx, view, earth.borders, INK.border, 1.3, []);
  strokeEarth(ctx, view, earth.disputed, INK.border, 1.3, [2, 3]);
}

function fillEarth(ctx, view, paths, colour) {
  ctx.beginPath();
  for (const path of paths || []) if (inView(view, path.box, 0)) trace(ctx, view, path, true);
  ctx.fillStyle = colour;
  ctx.fill("evenodd");
}

function strokeEarth(ctx, view, paths, colour, width, dash) {
  ctx.beginPath();
  for (const path of paths || []) if (inView(view, path.box, 2)) trace(ctx, view, path, false);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineJoin = "round";
  ctx.setLineDash(dash);
  ctx.stroke();
  ctx.setLineDash([]);
}
