// The claims on the map, its events, and the one name that the page shares with layers of a user.
// Leaflet writes attributions as HTML; ours is text in a box of its own.
const Credit = L.Control.extend({ onAdd: () => el("div", { className: "fm-credit", dir: document.dir }, data.credits.filter((credit) => credit.must).flatMap((credit, i) => [i ? " · " : "", bdi(credit.text)])) });
new Credit({ position: rtl ? "bottomleft" : "bottomright" }).addTo(map);

buildTimebar();
buildFrame();
refreshShown();
refreshTimebar();
byId("fm-sub").textContent = data.subtitle;
// All that takes height from the map stands now.
map.invalidateSize({ pan: false });
openMap();
const opened = readView();
if (window.location.hash) { setSheets(); setScheme(wantedScheme()); refreshShown(); refreshTimebar(); }
const layersOfClaims = [new Canvas("fm-earth", paintEarth), new Canvas("fm-claims", paintClaims)];
for (const layer of layersOfClaims) layer.addTo(map);

// Of many claims the map comes first, and what is beside it in the next frame.
const MANY = 2000;

function repaint() { layersOfClaims[1].redraw(); refreshEdges(); }

function filtersChanged() {
  refreshMap();
  if (COUNT > MANY) afterPicture(refreshAround); else refreshAround();
}

function refreshMap() {
  refreshShown();
  repaint();
  viewChanged();
}

function refreshAround() {
  refreshTimebar();
  refreshBeside();
}

function refreshBeside() {
  refreshPanel();
  refreshChoices();
  if (document.activeElement === byId("fm-places")) showPlace(); else refreshPlaces();
}

// Bring a claim out from under the card or back into the frame; a map that shows it stays still.
function reveal(claim) {
  if (claim.site === undefined) return;
  const stage = map.getContainer().getBoundingClientRect(), card = byId("fm-card").getBoundingClientRect();
  const below = card.left <= stage.left + 40;
  const free = below
    ? { left: 0, right: stage.width, bottom: Math.max(120, Math.min(stage.height, card.top - stage.top)) }
    : { ...(rtl ? { left: card.right - stage.left, right: stage.width } : { left: 0, right: card.left - stage.left }), bottom: stage.height };
  const at = map.latLngToContainerPoint(latLng(sites[claim.site].spot));
  if (at.x > free.left + 30 && at.y > 30 && at.x < free.right - 30 && at.y < free.bottom - 30) return;
  map.panBy([at.x - (free.left + free.right) / 2, at.y - free.bottom / 2], { animate: false });
}

function latLng([x, y]) {
  return L.latLng(Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) / RADIANS, x * 360 - 180);
}

function showTip(found, point) {
  const tip = byId("fm-tip");
  tip.hidden = !found.length;
  if (!found.length) return;
  const count = found.reduce((sum, site) => sum + site.shown.length, 0);
  const first = found[0].shown[0];
  tip.replaceChildren(count === 1 ? bdi(first.head) : t("claims", { n: count }), " · ", bdi(found[0].label),
    found.length > 1 ? ` ${t("and_more", { n: found.length - 1 })}` : "");
  tip.style.left = `${Math.min(point.x + 14, map.getSize().x - 240)}px`;
  tip.style.top = `${point.y + 16}px`;
}

map.on("moveend zoomend resize", refreshEdges);
map.on("moveend", viewChanged);
new ResizeObserver(resizeMap).observe(map.getContainer());
map.on("click", (event) => {
  const found = under(map, event.containerPoint);
  if (found.length) selectSites(found);
  else if (!byId("fm-card").hidden) closeCard();
});
map.on("mousemove", (event) => {
  const found = under(map, event.containerPoint), hover = found.length ? found[0].index : null;
  map.getContainer().style.cursor = found.length ? "pointer" : "";
  showTip(found, event.containerPoint);
  if (hover !== state.hover) { state.hover = hover; layersOfClaims[1].redraw(); }
});
map.on("mouseout", () => { byId("fm-tip").hidden = true; });
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !byId("fm-card").hidden) closeCard(); });

if (COUNT > MANY) await new Promise(afterPicture);
buildPanel();
refreshFields();
refreshChoices();
refreshEdges();
buildPlaces();
selectFrom(opened);
Object.assign(window.frontmap, { data, ink: INK, state, time, ages, passes, claims, sites, selectClaim, selectSites, layout, ready: true });
performance.mark("frontmap-ready");

// What is beside the map is inflated when the map stands; a block that is damaged, or not there, is told.
async function readBeside() { for (const at of [1, 2]) await blocks[at].soon(); }
afterPicture(() => readBeside().catch((problem) => window.frontmap.rescue(damaged(problem))));
