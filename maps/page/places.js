// The places of the map by keyboard: arrow keys go from marker to marker, Enter opens what is claimed
// there. A listbox that holds only the place it stands at costs the same on every map.
const places = { mark: null };

function buildPlaces() {
  const box = el("div", {
    id: "fm-places", className: "fm-places", role: "listbox", tabIndex: 0, "aria-label": t("places"),
    on: { keydown: placeKey, focus: showPlace, blur: hideRing },
  });
  byId("fm-map").after(box, el("div", { id: "fm-ring", className: "fm-ring", hidden: true }));
  map.on("move zoomend resize", () => { if (document.activeElement === box) showPlace(); });
  refreshPlaces();
}

const placesNow = () => layout(map.getZoom()).marks;
const onScreen = ({ x, y }) => { const corner = map.getPixelBounds().min; return [x - corner.x, y - corner.y]; };

function inSight(mark) {
  const [x, y] = onScreen(mark), size = map.getSize();
  return x >= 0 && y >= 0 && x <= size.x && y <= size.y;
}

// Markers are made anew at every zoom and filter: the one that holds the same place is the same.
function refreshPlaces() {
  const sorted = inTurn(), box = byId("fm-places"), before = places.mark && places.mark.sites[0];
  places.mark = (before && sorted.find(({ sites: own }) => own.includes(before))) || sorted.find(inSight) || sorted[0] || null;
  box.hidden = !places.mark;
  if (!places.mark) { hideRing(); return; }
  box.replaceChildren(el("div", {
    id: "fm-place", role: "option", className: "fm-hide", "aria-selected": "true", "aria-setsize": sorted.length, "aria-posinset": sorted.indexOf(places.mark) + 1,
  }, placeWords(places.mark)));
  box.setAttribute("aria-activedescendant", "fm-place");
}

function placeWords({ sites: own }) {
  const count = own.reduce((sum, site) => sum + site.shown.length, 0), names = [...new Set(own.map((site) => site.label))];
  return [
    count === 1 ? bdi(own[0].shown[0].head) : t("claims", { n: count }), " · ", ...names.slice(0, 3).flatMap((name, i) => (i ? [", ", bdi(name)] : [bdi(name)])),
    names.length > 3 ? ` ${t("and_more", { n: names.length - 3 })}` : "",
  ];
}

function showPlace() {
  refreshPlaces();
  if (!places.mark) return;
  const ring = byId("fm-ring"), [x, y] = onScreen(places.mark), { box } = places.mark;
  ring.hidden = false;
  ring.style.transform = `translate(${x + box[0] - places.mark.x}px, ${y + box[1] - places.mark.y}px)`;
  ring.style.width = `${box[2] - box[0]}px`;
  ring.style.height = `${box[3] - box[1]}px`;
}

function hideRing() { byId("fm-ring").hidden = true; }

// The nearest marker in a direction, what lies straight ahead before what lies aside.
function nextPlace([dx, dy]) {
  let best = null, least = Infinity;
  for (const mark of placesNow()) {
    const ahead = (mark.x - places.mark.x) * dx + (mark.y - places.mark.y) * dy;
    const aside = Math.abs((mark.x - places.mark.x) * dy + (mark.y - places.mark.y) * dx);
    if (mark === places.mark || ahead <= 0 || aside > 2 * ahead || ahead + 2 * aside >= least) continue;
    best = mark;
    least = ahead + 2 * aside;
  }
  return best;
}

function goTo(mark) {
  if (!mark) return;
  places.mark = mark;
  const [x, y] = onScreen(mark), size = map.getSize(), room = 40;
  if (x < room || y < room || x > size.x - room || y > size.y - room) map.panBy([x - size.x / 2, y - size.y / 2], { animate: false });
  showPlace();
}

const inTurn = () => [...placesNow()].sort((a, b) => a.y - b.y || a.x - b.x);

function turnPlace(by) {
  const all = inTurn();
  goTo(all[all.indexOf(places.mark) + by]);
}

const PLACE_KEYS = {
  ArrowLeft: () => goTo(nextPlace([-1, 0])), ArrowRight: () => goTo(nextPlace([1, 0])),
  ArrowUp: () => goTo(nextPlace([0, -1])), ArrowDown: () => goTo(nextPlace([0, 1])),
  PageUp: () => turnPlace(-1), PageDown: () => turnPlace(1), Home: () => goTo(inTurn()[0]), End: () => goTo(inTurn().pop()),
  Enter: () => selectSites(places.mark.sites), " ": () => selectSites(places.mark.sites),
  "+": () => map.zoomIn(1, { animate: false }), "-": () => map.zoomOut(1, { animate: false }),
};

function placeKey(event) {
  if (!PLACE_KEYS[event.key] || !places.mark || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  PLACE_KEYS[event.key]();
}

// What has changed is said when it has come to rest: steps of time that play would drown all else.
const SAY_MS = 1000;
const spoken = { timer: null, last: "" };

function say(text) {
  clearTimeout(spoken.timer);
  if (!window.frontmap.ready || text === spoken.last) return;
  spoken.timer = setTimeout(() => { spoken.last = text; byId("fm-said").textContent = text; }, SAY_MS);
}

byId("fm-skip").addEventListener("click", () => {
  openBeside();
  openTab("claims");
  tabNode("claims").focus();
});
