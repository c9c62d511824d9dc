// The list of claims in step with the map, in groups by day or by report. A group is filled when it
// is open, and by parts, so that the list costs the same for fifty claims and for fifty thousand.
const SORTS = ["newest", "oldest", "report"], FIRST_ROWS = 40, MORE_ROWS = 120, MOST_GROUPS = 100;
const list = { sort: SORTS[0], near: false, chosen: new Map(), limits: new Map(), most: MOST_GROUPS, groups: [] };
const NO_DAY = -1e9;

function claimsTab() {
  const sort = el("select", { id: "fm-sort", on: { change: () => { list.sort = sort.value; regroup(); } } },
    SORTS.map((name) => el("option", { value: name }, t(`sort.${name}`))));
  const near = el("input", { type: "checkbox", id: "fm-near", on: { change: () => { list.near = near.checked; regroup(); } } });
  map.on("moveend", () => { if (list.near && panel.open === "claims") refreshClaims(); });
  return [
    el("p", { className: "fm-note" }, sumWords()),
    el("div", { className: "fm-list-choices" }, el("label", {}, el("span", {}, t("sort.label")), sort), el("label", {}, near, t("only_in_window"))),
    el("p", { id: "fm-found", className: "fm-note" }),
    el("div", { id: "fm-claims" }),
  ];
}

function regroup() {
  list.chosen.clear();
  list.limits.clear();
  list.most = MOST_GROUPS;
  refreshClaims();
}

const ORDERS = {
  oldest: lazily(() => inTime().map((claim) => claim.index)),
  newest: lazily(() => { const all = ORDERS.oldest(), dated = all.filter(isDated); return [...dated.reverse(), ...all.filter((i) => !isDated(i))]; }),
  report: lazily(() => { const of = columns["claim.report"]; return Array.from(of, (_, i) => i).sort((a, b) => of[a] - of[b] || a - b); }),
};

// The day on which a claim starts, as the clocks of its theatre show it.
const dayOf = lazily(() => Int32Array.from(starts, (minute, i) => (isDated(i) ? Math.floor(time.clock.local(minute) / DAY) : NO_DAY)));

function groupName(i) {
  if (list.sort !== "report") return isDated(i) ? said(dateWords, starts[i]) : t("no_date");
  const report = data.reports[claims[i].report];
  return report ? report.title || report.id : t("no_report");
}

function groupsNow() {
  const days = dayOf(), of = columns["claim.report"], inside = list.near ? sitesInWindow() : null, known = new Map();
  for (const i of ORDERS[list.sort]()) {
    if (failing[i] || !claimSites[i] || (inside && !inside[claimSites[i] - 1])) continue;
    const key = list.sort === "report" ? of[i] : days[i], group = known.get(key);
    if (group) group.rows.push(i); else known.set(key, { key, rows: [i] });
  }
  return [...known.values()];
}

function sitesInWindow() {
  const view = viewOf(map, 0);
  return Uint8Array.from(sites, (_, at) => inView(view, siteBoxes, 0, 4 * at));
}

function refreshClaims() {
  list.groups = groupsNow();
  const shown = list.groups.reduce((sum, { rows }) => sum + rows.length, 0), n = DRAWN;
  byId("fm-found").textContent = shown === n ? t("claims", { n }) : t("of_claims", { k: shown, n });
  let room = FIRST_ROWS;
  for (const group of list.groups) {
    group.open = list.chosen.get(group.key) ?? room > 0;
    room -= group.rows.length;
  }
  const left = list.groups.length - list.most;
  byId("fm-claims").replaceChildren(...list.groups.slice(0, list.most).map(groupBlock), left > 0
    ? el("button", { type: "button", className: "fm-more", on: { click: () => { list.most += MOST_GROUPS; refreshClaims(); } } }, t("show_more", { n: left })) : "");
  markCurrent(state.selected);
}

function groupBlock(group) {
  const turn = () => {
    list.chosen.set(group.key, group.open = !group.open);
    refill(group).querySelector("button").focus();
  };
  const head = el("button", { type: "button", "aria-expanded": String(group.open), on: { click: turn } },
    bdi(groupName(group.rows[0])), el("span", { className: "fm-count" }, number(group.rows.length)));
  group.node = el("section", { className: "fm-group" }, el("h3", {}, head), group.open ? groupRows(group) : "");
  return group.node;
}

function groupRows(group) {
  const limit = list.limits.get(group.key) || FIRST_ROWS;
  return pagedList({ className: "fm-list" }, group.rows, limit, (i) => claimButton(claims[i]), () => {
    list.limits.set(group.key, limit + MORE_ROWS);
    refill(group).querySelectorAll(".fm-item")[limit].focus();
  });
}

function refill(group) {
  const before = group.node;
  before.replaceWith(groupBlock(group));
  return group.node;
}

// Opens the group of a claim as far as needed and brings its row into sight.
function bringItem(index) {
  const at = list.groups.findIndex(({ rows }) => rows.includes(index));
  if (at < 0) return;
  const group = list.groups[at], row = group.rows.indexOf(index), { key } = group;
  if (at >= list.most) { list.most = at + 1; refreshClaims(); bringItem(index); return; }
  if (!group.open || row >= (list.limits.get(key) || FIRST_ROWS)) {
    list.chosen.set(key, group.open = true);
    list.limits.set(key, Math.max(FIRST_ROWS, row + 1));
    refill(group);
  }
  markCurrent(index);
  group.node.querySelector(`[data-claim="${index}"]`).scrollIntoView({ block: "nearest" });
}
