// All claims as a table: sorted by any column, by pages, to be read aloud and to be copied.
const TABLE_ROWS = 100;
const table = { by: null, down: false, page: 0, shown: false };

const reportTitle = (claim) => { const report = data.reports[claim.report]; return report ? report.title || report.id : ""; };
const onMap = (claim) => (claim.site === undefined ? t(`reason.${claim.reason}`) : t("on_map"));

// A column: its name, its text, what it is sorted by where that is not the text.
const TABLE_COLUMNS = [
  { name: "claim", text: (claim) => claim.head },
  { name: "side", text: (claim) => data.sides[claim.side].name },
  { name: "status", text: (claim) => t(`status.${claim.status}`) },
  { name: "place", text: (claim) => claim.place },
  { name: "time", text: (claim) => claim.when || t("no_date"), key: (i) => (isDated(i) ? starts[i] : 2 ** 31) },
  { name: "claimant", text: (claim) => claim.claimant },
  { name: "quote", text: (claim) => claim.quote },
  { name: "map", text: onMap },
  { name: "grade", text: (claim) => claim.grade },
  { name: "voices", text: (claim) => (claim.voices ? number(claim.voices) : ""), key: (i) => columns["claim.voices"][i] },
  { name: "via", text: (claim) => [...claim.via, claim.outlet].filter((name) => name && name !== claim.claimant).join(", ") },
  { name: "report", text: reportTitle },
  { name: "published", text: (claim) => claim.published, key: (i) => { const report = data.reports[claims[i].report]; return report ? report.minute ?? 2 ** 31 : 2 ** 31; } },
];

function openTable() {
  const dialog = byId("fm-table") || document.body.appendChild(tableDialog());
  dialog.showModal();
  table.page = 0;
  refreshTable();
}

function tableDialog() {
  const only = el("input", { type: "checkbox", id: "fm-table-shown", on: { change: () => { table.shown = only.checked; table.page = 0; refreshTable(); } } });
  const close = el("button", { type: "button", className: "fm-close", "aria-label": t("close"), on: { click: () => byId("fm-table").close() } }, "×");
  return el("dialog", { id: "fm-table", className: "fm-table", "aria-labelledby": "fm-table-title" },
    el("div", { className: "fm-table-head" }, close, el("h2", { id: "fm-table-title" }, t("table.title")), el("p", { className: "fm-note" }, `${t("limits")} ${t("limits_more")} ${sumWords()}`),
      el("div", { className: "fm-table-choices" }, el("label", {}, only, t("table.only_shown")),
        el("button", { type: "button", className: "fm-button", id: "fm-table-copy", on: { click: copyTable } }, t("table.copy")), el("span", { id: "fm-table-told", role: "status" }))),
    el("div", { className: "fm-table-body", id: "fm-table-body", tabIndex: 0, role: "region", "aria-labelledby": "fm-table-title" }),
    el("div", { id: "fm-table-pages" }));
}

function tableRows() {
  const rows = claims.map((_, i) => i).filter((i) => !table.shown || !failing[i]);
  if (table.by === null) return rows;
  const { key, text } = TABLE_COLUMNS[table.by], turn = table.down ? -1 : 1, keys = new Array(COUNT);
  for (const i of rows) keys[i] = key ? key(i) : text(claims[i]);
  return rows.sort((a, b) => turn * (key ? keys[a] - keys[b] : collator.compare(keys[a], keys[b])) || a - b);
}

function refreshTable() {
  const rows = tableRows(), from = table.page * TABLE_ROWS;
  byId("fm-table-body").replaceChildren(el("table", {}, el("caption", { className: "fm-hide" }, t("table.title")),
    el("thead", {}, el("tr", {}, TABLE_COLUMNS.map(tableHead))), el("tbody", {}, rows.slice(from, from + TABLE_ROWS).map((i) => tableRow(claims[i])))));
  byId("fm-table-body").scrollTop = 0;
  byId("fm-table-told").textContent = "";
  byId("fm-table-pages").replaceChildren(pager(table.page, TABLE_ROWS, rows.length, (page) => { table.page = page; refreshTable(); }));
}

function tableHead({ name }, at) {
  const sorted = table.by === at;
  const head = el("th", { scope: "col", "data-column": name }, sortButton(t(`table.${name}`), "", sorted, table.down, () => {
    Object.assign(table, { by: at, down: sorted && !table.down, page: 0 });
    refreshTable();
    byId("fm-table-body").querySelectorAll("thead button")[at].focus();
  }));
  if (sorted) head.setAttribute("aria-sort", table.down ? "descending" : "ascending");
  return head;
}

function tableRow(claim) {
  const open = () => { byId("fm-table").close(); selectClaim(claim.index); };
  return el("tr", {}, TABLE_COLUMNS.map(({ name, text }, at) => (at === 0
    ? el("th", { scope: "row" }, el("button", { type: "button", className: "fm-link", on: { click: open } }, bdi(text(claim))))
    : el("td", { "data-column": name, dir: name === "quote" ? "auto" : undefined }, bdi(text(claim))))));
}

// "1–100 of 10,000" with the way back and on.
function pager(page, size, count, go) {
  const last = Math.max(0, Math.ceil(count / size) - 1), nav = el("nav", { className: "fm-pager", "aria-label": t("pages") });
  const turn = (by) => { const holder = nav.parentNode; go(page + by); const again = holder.querySelector(`[data-turn="${by}"]:enabled`) || holder.querySelector("button:enabled"); if (again) again.focus(); };
  const button = (by, key, sign) => el("button", { type: "button", className: "fm-button", "data-turn": by, "aria-label": t(key), disabled: by < 0 ? page === 0 : page >= last, on: { click: () => turn(by) } }, sign);
  if (!last) return nav;
  nav.append(button(-1, "page_back", "‹"), el("span", {}, t("page_of", { from: page * size + 1, to: Math.min(count, (page + 1) * size), n: count })), button(1, "page_on", "›"));
  return nav;
}

// Spreadsheets would run a cell that starts like this as a formula; an apostrophe makes it text.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const cellText = (text) => (FORMULA.test(text) ? `'${text}` : text).replace(/\s+/g, " ");

// The clipboard of the browser is closed to a page from a file, and copying a marked field is not.
function copyTable() {
  const rows = tableRows(), lines = [TABLE_COLUMNS.map(({ name }) => t(`table.${name}`)), ...rows.map((i) => TABLE_COLUMNS.map(({ text }) => cellText(text(claims[i]))))];
  const field = el("textarea", { className: "fm-hide", value: lines.map((line) => line.join("\t")).join("\n"), "aria-hidden": "true", tabIndex: -1 });
  byId("fm-table").append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  byId("fm-table-copy").focus();
  byId("fm-table-told").textContent = done ? t("table.copied", { n: rows.length }) : t("table.not_copied");
}
