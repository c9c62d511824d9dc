// What lies outside the window is said at its edges, where no marker stands.
const ARROWS = { north: "↑", south: "↓", east: "→", west: "←" };
const EDGE_STANDS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8].map((step) => 0.5 + step / 18);

function refreshEdges() {
  const view = viewOf(map, 0), edges = { north: [], south: [], east: [], west: [] };
  for (let i = 0; i < SITES; i += 1) {
    if (siteShares[i] === NO_SHARE) continue;
    const x = siteSpots[2 * i] * view.k - view.x, y = siteSpots[2 * i + 1] * view.k - view.y;
    const west = -x, east = x - view.width, north = -y, south = y - view.height, by = Math.max(west, east, north, south);
    if (by > 0) edges[by === west ? "west" : by === east ? "east" : by === north ? "north" : "south"].push(sites[i]);
  }
  const buttons = Object.entries(edges).filter(([, out]) => out.length).map(edgeButton);
  byId("fm-edges").replaceChildren(...buttons);
  const taken = buttons.length ? takenBoxes(view) : [];
  for (const button of buttons) placeEdge(button, view, taken);
}

function edgeButton([edge, out]) {
  const count = out.reduce((sum, site) => sum + site.shown.length, 0);
  const go = () => map.fitBounds(L.latLngBounds(out.map((site) => latLng(site.spot))), { maxZoom: map.getZoom(), animate: false });
  return el("button", { type: "button", className: `fm-edge fm-edge-${edge}`, "data-edge": edge, on: { click: go } },
    `${ARROWS[edge]} ${t("more_at_edge", { n: count })}`, el("span", { className: "fm-hide" }, ` ${t(`to_the_${edge}`)}`));
}

// Boxes of the markers in the window and of the controls over it, from its upper left corner.
function takenBoxes(view) {
  const marks = crowded ? [] : layout(view.zoom).marks.map(({ box: [x0, y0, x1, y1] }) => [x0 - view.x, y0 - view.y, x1 - view.x, y1 - view.y]);
  const controls = takenControls();
  return [...controls, ...controls, ...marks]; // to cover a control is twice as bad
}

function takenControls() {
  const stage = map.getContainer().getBoundingClientRect();
  return [...document.querySelectorAll(".leaflet-control")].map((node) => node.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left - stage.left, top - stage.top, right - stage.left, bottom - stage.top]);
}

function placeEdge(button, view, taken) {
  const { offsetWidth: width, offsetHeight: height } = button, along = { north: true, south: true }[button.dataset.edge];
  const across = { north: 10, south: view.height - height - 26, west: 10, east: view.width - width - 10 }[button.dataset.edge];
  const boxes = EDGE_STANDS.map((part) => (along ? [part * (view.width - width), across] : [across, part * (view.height - height)]));
  const spoilt = boxes.map(([x, y]) => covered([x - 3, y - 3, x + width + 3, y + height + 3], taken));
  const [x, y] = boxes[spoilt.indexOf(Math.min(...spoilt))];
  button.style.left = `${Math.round(x)}px`;
  button.style.top = `${Math.round(y)}px`;
  taken.push([x, y, x + width, y + height]);
}

// Half a marker at the window's edge reads as another one. It stands inside as long as one of its
// places is in sight; else the edge counts its claims, and it is left out.
function standOf(view, mark, half, up, down) {
  const [x0, y0, x1, y1] = frameOf(view), x = mark.x - view.x, y = mark.y - view.y;
  const over = [x0 - x + half, y0 - y + up, x + half - x1, y + down - y1].map((out) => Math.max(0, out));
  const gone = x + half <= x0 || x - half >= x1 || y + down <= y0 || y - up >= y1;
  if (gone || !over.some(Boolean)) return [x, y];
  if (!mark.sites.some(({ index }) => isInside(view, index))) return null;
  const [a, b] = [x + over[0] - over[2], y + over[1] - over[3]];
  // The scale and the credits stand at the lower edge.
  const below = takenControls().filter(([left, top, right]) => 2 * top > y1 - y0 && a + half > x0 + left && a - half < x0 + right).map(([, top]) => y0 + top - down);
  return [a, Math.min(b, ...below)];
}

function isInside(view, index) {
  const [x0, y0, x1, y1] = frameOf(view), x = siteSpots[2 * index] * view.k - view.x, y = siteSpots[2 * index + 1] * view.k - view.y;
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

const covered = (box, taken) => taken.reduce((sum, other) => sum + shared(box, other), 0);
