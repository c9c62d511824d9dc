// The side panel: limits, search and filters at its top, and tabs below. A tab is built when it is
// first opened, and brought up to date only while it is open.
const TABS = [
  { name: "legend", build: legendTab, refresh: refreshSwitches },
  { name: "claims", build: claimsTab, refresh: refreshClaims, count: DRAWN },
  { name: "reports", build: reportsTab, refresh: refreshReports, count: data.told },
  { name: "who", build: whoTab, refresh: refreshWho },
  { name: "listed", build: listedTab, refresh: refreshListed, count: listedClaims.length },
  { name: "sources", build: sourcesTab },
  { name: "method", build: methodTab },
];
const panel = { open: TABS[0].name, built: new Set() };
const tabNode = (name) => byId(`fm-tab-${name}`), tabPanel = (name) => byId(`fm-panel-${name}`);

function section(title, open, ...children) {
  return el("details", { className: "fm-section", open }, el("summary", {}, el("h2", {}, title)), ...children);
}

function limits() {
  return el("p", { className: "fm-limits" }, el("strong", {}, t("limits")), ` ${t("limits_more")}`);
}

// Everything is either on the map or listed with a reason; the sum is said wherever it matters.
const sumWords = () => t("sum", { drawn: DRAWN, listed: listedClaims.length, n: COUNT });

function searchRow() {
  const search = el("input", { type: "search", id: "fm-search", placeholder: t("filter"), "aria-label": t("filter_label") });
  search.addEventListener("input", () => { state.query = search.value.trim().toLowerCase(); filtersChanged(); });
  const table = el("button", { type: "button", className: "fm-button", id: "fm-as-table", "aria-haspopup": "dialog", on: { click: openTable } }, t("table.open"));
  return el("div", { className: "fm-search-row" }, search, table, schemeButton());
}

function tabList() {
  return el("div", { className: "fm-tabs", role: "tablist", "aria-label": t("tabs") }, TABS.map(({ name, count }) => el("button", {
    type: "button", role: "tab", id: `fm-tab-${name}`, "aria-controls": `fm-panel-${name}`, on: { click: () => openTab(name), keydown: tabKey },
  }, t(`tab.${name}`), count === undefined ? "" : [" ", el("span", { className: "fm-tab-count" }, number(count))])));
}

function tabKey(event) {
  const at = TABS.findIndex(({ name }) => name === panel.open), last = TABS.length - 1;
  const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight", back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const to = { [forward]: at === last ? 0 : at + 1, [back]: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  openTab(TABS[to].name);
  tabNode(TABS[to].name).focus();
}

function openTab(open) {
  panel.open = open;
  for (const { name } of TABS) {
    tabNode(name).setAttribute("aria-selected", String(name === open));
    tabNode(name).tabIndex = name === open ? 0 : -1;
    tabPanel(name).hidden = name !== open;
  }
  buildTab(TABS.find(({ name }) => name === open));
  refreshPanel();
  viewChanged();
}

function buildTab({ name, build }) {
  if (panel.built.has(name)) return;
  panel.built.add(name);
  tabPanel(name).append(el("h2", { className: "fm-hide" }, t(`tab_title.${name}`)), ...[build()].flat(2));
}

// What the open tab shows follows the map.
function refreshPanel() {
  const { refresh } = TABS.find(({ name }) => name === panel.open);
  if (refresh) refresh();
}

function buildPanel() {
  byId("fm-panel").replaceChildren(limits(), searchRow(), filterSection(), tabList(), ...TABS.map(({ name }) => (
    el("div", { className: "fm-tab-panel", role: "tabpanel", id: `fm-panel-${name}`, "aria-labelledby": `fm-tab-${name}`, hidden: true }))));
  openTab(panel.open);
}

// A claim that was chosen on the map comes into sight beside it.
function showBeside(index) {
  if (small.matches || embedded) return;
  if (panel.open === "claims") bringItem(index);
  if (panel.open === "reports") showSentence(index);
}

function markCurrent(index) {
  for (const node of document.querySelectorAll(".fm-item[aria-current]")) node.removeAttribute("aria-current");
  if (index !== null) for (const node of document.querySelectorAll(`.fm-item[data-claim="${index}"]`)) node.setAttribute("aria-current", "true");
}

// A part of a long list, and a button for more of it; focus goes on to the first that is new.
function pagedList(props, rows, limit, itemOf, more) {
  const node = el("ol", props, rows.slice(0, limit).map((row) => el("li", {}, itemOf(row))));
  if (rows.length > limit) node.append(el("li", {}, el("button", { type: "button", className: "fm-more", on: { click: more } }, t("show_more", { n: rows.length - limit }))));
  return node;
}
