document.body.classList.remove("fm-bare");

// The map itself, ready at once: layers that a user added come before the claims are unpacked.
const packed = document.getElementById("fm-data");
const map = L.map("fm-map", {
  zoomControl: false, attributionControl: false, zoomAnimation: false, fadeAnimation: false, zoomSnap: 0.25,
  inertia: !window.matchMedia("(prefers-reduced-motion: reduce)").matches, trackResize: false,
  zoomDelta: 0.5, wheelPxPerZoomLevel: 120, minZoom: 2, maxZoom: 16,
});
window.frontmap.map = map;

function pane(name, zIndex) {
  const node = map.createPane(name);
  node.style.zIndex = zIndex;
  node.style.pointerEvents = "none";
}
pane("fm-earth", 150);
pane("fm-claims", 450);

const [west, south, east, north] = JSON.parse(packed.dataset.bounds);
const small = window.matchMedia("(max-width: 760px)");
function fitOpening() {
  map.fitBounds([[south, west], [north, east]], { padding: small.matches ? [44, 36] : [48, 48], maxZoom: 12, animate: false });
}
fitOpening();
// The panel stands where lines start; the buttons stand on the other side.
const rtl = document.documentElement.dir === "rtl";
L.control.zoom({ position: rtl ? "topleft" : "topright" }).addTo(map);
L.control.attribution({ position: rtl ? "bottomleft" : "bottomright", prefix: false }).addTo(map);

// The browser ends its own work on the page before the claims take theirs.
if (document.readyState === "loading") await new Promise((done) => { document.addEventListener("DOMContentLoaded", done, { once: true }); });
const { blocks } = window.frontmap, damaged = (problem) => Object.assign(new Error(problem.message), { part: "data" });
const data = await blocks[0].soon().then(() => unpack(blocks)).catch((problem) => { throw damaged(problem); });
map.setMaxBounds([[data.extent[1], data.extent[0]], [data.extent[3], data.extent[2]]]);
delete window.frontmap.blocks;
