// On paper: the map in its light colours, drawn for the width of a sheet and sharper than any screen,
// with the claims that it shows as a list below. What the reader had on the screen comes back after.
const paper = { view: null }, PAPER_RATIO = 3, MOST_PRINTED = 400;
const sharpness = () => (paper.view ? PAPER_RATIO : window.devicePixelRatio || 1);

function toPaper() {
  if (paper.view) return;
  paper.view = { centre: map.getCenter(), zoom: map.getZoom() };
  const seen = map.getBounds();
  for (const tab of TABS) if (PRINTED_TABS.has(tab.name)) buildTab(tab);
  refreshSwitches();
  refreshListed();
  document.body.classList.add("fm-paper");
  byId("fm-panel").append(printedClaims());
  dyeAgain("light");
  map.invalidateSize({ pan: false });
  map.fitBounds(seen, { animate: false });
  for (const layer of layersOfClaims) layer.redraw();
}

function fromPaper() {
  if (!paper.view) return;
  const { centre, zoom } = paper.view;
  paper.view = null;
  document.body.classList.remove("fm-paper");
  byId("fm-printed").remove();
  dyeAgain(wantedScheme());
  map.invalidateSize({ pan: false });
  map.setView(centre, zoom, { animate: false });
  for (const layer of layersOfClaims) layer.redraw();
}

const PRINTED_TABS = new Set(["legend", "listed", "sources", "method"]);

function printedClaims() {
  const rows = drawnClaims().filter(passes), more = rows.length - MOST_PRINTED;
  return el("section", { id: "fm-printed", className: "fm-printed" },
    el("h2", {}, `${t("tab_title.claims")}: ${t("of_claims", { k: rows.length, n: DRAWN })}`),
    el("ol", {}, rows.slice(0, MOST_PRINTED).map((claim) => el("li", {},
      el("p", {}, sideChip(claim.side), " ", el("strong", {}, bdi(claim.head)), " ", statusBadge(claim), claim.place ? [" · ", bdi(claim.place)] : "", claim.when ? ` · ${claim.when}` : ""),
      el("p", { className: "fm-dim" }, ...chain(claim)),
      el("blockquote", { dir: "auto" }, claim.quote)))),
    more > 0 ? el("p", {}, t("and_more", { n: more })) : "");
}

window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", fromPaper);
