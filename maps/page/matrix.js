// Who claims what: for every claimant, how many claims are a gain for each side. The table counts
// under all filters but its own two; a number of it is such a filter.
const WHO = { claimant: FACETS.find(({ name }) => name === "claimant"), gains: FACETS.find(({ name }) => name === "gains") };
const matrix = { by: "total", down: true, limit: 60 };

function whoTab() {
  return [
    el("p", { className: "fm-note" }, t("who_note")),
    el("p", { className: "fm-who-told", role: "status" }, el("span", { id: "fm-who-told" }), " ",
      el("button", { type: "button", className: "fm-link", id: "fm-who-list", on: { click: () => { openTab("claims"); tabNode("claims").focus(); } } }, t("who_list"))),
    el("div", { className: "fm-scroll", id: "fm-who", tabIndex: 0, role: "region", "aria-label": t("tab_title.who") }),
  ];
}

// Rows of {claimant, counts by gain, total}: column 0 counts what is nobody's gain.
function whoRows() {
  const gains = WHO.gains.values(), by = WHO.claimant.values(), others = ~(WHO.claimant.bit | WHO.gains.bit), rows = new Map();
  for (let i = 0; i < COUNT; i += 1) {
    if (failing[i] & others) continue;
    let row = rows.get(by[i]);
    if (!row) rows.set(by[i], row = { claimant: by[i], counts: new Uint32Array(data.sides.length + 1), total: 0 });
    row.counts[gains[i]] += 1;
    row.total += 1;
  }
  return [...rows.values()];
}

function sortedRows(rows) {
  const value = matrix.by === "name" ? null : (row) => (matrix.by === "total" ? row.total : row.counts[matrix.by]);
  const byName = (a, b) => collator.compare(words[a.claimant], words[b.claimant]);
  const turn = matrix.down ? -1 : 1;
  return rows.sort((a, b) => (value ? turn * (value(a) - value(b)) || b.total - a.total || byName(a, b) : turn * byName(a, b)));
}

const collator = new Intl.Collator(data.language, { numeric: true });

function refreshWho() {
  const rows = sortedRows(whoRows()), gaining = data.sides.map((_, side) => side + 1).filter((gain) => rows.some(({ counts }) => counts[gain]));
  const shown = [...gaining, 0];
  byId("fm-who").replaceChildren(el("table", { className: "fm-speakers" },
    el("caption", { className: "fm-hide" }, t("who_caption")), el("thead", {}, whoHead(shown)),
    el("tbody", {}, rows.slice(0, matrix.limit).map((row) => whoRow(row, shown))), el("tfoot", {}, whoFoot(rows, shown))));
  if (rows.length > matrix.limit) byId("fm-who").append(moreButton(rows.length - matrix.limit, () => { matrix.limit += 240; refreshWho(); }));
  const chosen = state.chosen.claimant.size || state.chosen.gains.size;
  byId("fm-who-told").textContent = chosen ? t("of_claims", { k: claims.filter(passes).length, n: COUNT }) : "";
  byId("fm-who-list").hidden = !chosen;
}

function whoHead(shown) {
  const heads = [["name", t("claimant"), ""], ...shown.map((gain) => (gain ? [gain, sideChip(gain - 1), data.sides[gain - 1].name] : [0, t("nobody"), t("nobody_more")])), ["total", t("total"), ""]];
  return el("tr", {}, heads.map(([by, words_, name]) => {
    const sorted = matrix.by === by, head = el("th", { scope: "col" }, sortButton(words_, name, sorted, matrix.down, () => {
      Object.assign(matrix, { by, down: sorted ? !matrix.down : by !== "name" });
      refreshWho();
      byId("fm-who").querySelectorAll("thead button")[heads.findIndex(([each]) => each === by)].focus();
    }));
    if (sorted) head.setAttribute("aria-sort", matrix.down ? "descending" : "ascending");
    return head;
  }));
}

function sortButton(words_, name, sorted, down, click) {
  return el("button", { type: "button", className: "fm-sort", title: name, on: { click } }, words_,
    name ? el("span", { className: "fm-hide" }, ` ${name}`) : "", el("span", { "aria-hidden": "true" }, sorted ? (down ? " ▾" : " ▴") : ""));
}

const isChosen = (facet, value) => state.chosen[facet.name].size === 1 && state.chosen[facet.name].has(value);

function whoRow(row, shown) {
  const name = words[row.claimant];
  return el("tr", {}, el("th", { scope: "row" }, whoButton(row.claimant, null, bdi(name), "fm-link")),
    shown.map((gain) => el("td", {}, row.counts[gain] ? whoCell(row, gain) : el("span", { className: "fm-none" }, "·"))),
    el("td", {}, number(row.total)));
}

function whoCell(row, gain) {
  const node = whoButton(row.claimant, gain, number(row.counts[gain]), "fm-cell"), side = WHO.gains.words(gain);
  node.setAttribute("aria-label", t("who_cell", { name: words[row.claimant], side, n: row.counts[gain] }));
  return node;
}

// Chooses a claimant, or one with what is a gain for a side; a second press takes it back.
function whoButton(claimant, gain, said_, className) {
  const chosen = isChosen(WHO.claimant, claimant) && (gain === null ? !state.chosen.gains.size : isChosen(WHO.gains, gain));
  const click = () => {
    state.chosen.claimant = new Set(chosen ? [] : [claimant]);
    state.chosen.gains = new Set(chosen || gain === null ? [] : [gain]);
    filtersChanged();
    const again = byId("fm-who").querySelector(`[data-who="${claimant}/${gain}"]`);
    if (again) again.focus();
  };
  return el("button", { type: "button", className, "data-who": `${claimant}/${gain}`, "aria-pressed": String(chosen), on: { click } }, said_);
}

function whoFoot(rows, shown) {
  const sum = (value) => number(rows.reduce((all, row) => all + value(row), 0));
  return el("tr", {}, el("th", { scope: "row" }, t("total")), shown.map((gain) => el("td", {}, sum((row) => row.counts[gain]))), el("td", {}, sum((row) => row.total)));
}
