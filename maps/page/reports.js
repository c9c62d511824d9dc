// The reports with their claims marked in the text: a mark leads to the map, a shape to its words.
const REPORTS_A_PAGE = 50, FIRST_PASSAGES = 40;
const reading = { page: 0, blocks: new Map() };
// Every mark that stands on the page: {node, claims}.
const marked = [];

// The newest first, those without a date at the end; 0 stands for claims without a report.
const reportOrder = lazily(() => {
  const order = data.reports.map((_, n) => n + 1).sort((a, b) => (data.reports[b - 1].minute ?? -Infinity) - (data.reports[a - 1].minute ?? -Infinity) || a - b);
  return passageTables().reports(0).length ? [...order, 0] : order;
});

function reportsTab() {
  return [
    el("p", { className: "fm-note" }, t(data.full ? "reports_full" : "reports_passages"), " ", t("reports_note")),
    el("ol", { id: "fm-reports", className: "fm-reports" }), el("div", { id: "fm-reports-pages" }),
  ];
}

function refreshReports() {
  const order = reportOrder(), from = reading.page * REPORTS_A_PAGE, wanted = order.slice(from, from + REPORTS_A_PAGE), holder = byId("fm-reports");
  if (holder.dataset.from !== String(from)) {
    holder.dataset.from = from;
    holder.replaceChildren(...wanted.map((report) => el("li", {}, reportBlock(report))));
    byId("fm-reports-pages").replaceChildren(pager(reading.page, REPORTS_A_PAGE, order.length, (page) => { reading.page = page; refreshReports(); }));
  }
  countReports();
}

const moreButton = (n, click) => el("button", { type: "button", className: "fm-more", on: { click } }, t("show_more", { n }));

// Which claims pass is said at each report; marks of those that do not are faint.
function countReports() {
  const passing = new Uint32Array(data.reports.length + 1), all = new Uint32Array(data.reports.length + 1), of = columns["claim.report"];
  for (let i = 0; i < COUNT; i += 1) {
    all[of[i]] += 1;
    if (!failing[i]) passing[of[i]] += 1;
  }
  for (const [report, { count, block }] of reading.blocks) {
    count.textContent = passing[report] === all[report] ? t("claims", { n: all[report] }) : t("of_claims", { k: passing[report], n: all[report] });
    block.classList.toggle("fm-nothing", passing[report] === 0);
  }
  for (const { node, claims: own } of marked) node.classList.toggle("fm-mark-off", own.every((i) => failing[i]));
}

// A block that was opened once stays as the reader left it.
function reportBlock(report) {
  if (reading.blocks.has(report)) return reading.blocks.get(report).block;
  const { title, id, outlet, published, replaces } = data.reports[report - 1] || { title: t("no_report") }, count = el("span", {});
  const body = el("div", { className: "fm-text" });
  const block = el("details", { className: "fm-report", "data-report": report },
    el("summary", {}, el("span", { className: "fm-item-head" }, bdi(title || id)),
      el("span", { className: "fm-item-sub" }, outlet ? [bdi(outlet), " · "] : "", published ? `${published} · ` : "", replaces ? `${replaces} · ` : "", count)), body);
  reading.blocks.set(report, { block, body, count, shown: 0 });
  block.addEventListener("toggle", () => { if (block.open) fillReport(report, FIRST_PASSAGES); });
  return block;
}

function fillReport(report, most) {
  const entry = reading.blocks.get(report), passages = passageTables().reports(report), { body } = entry;
  if (entry.shown >= Math.min(most, passages.length)) { if (!passages.length) body.replaceChildren(el("p", { className: "fm-note" }, t("no_claims"))); return; }
  if (body.lastChild && body.lastChild.className === "fm-more") body.lastChild.remove();
  for (const passage of passages.subarray(entry.shown, most)) {
    if (columns["passage.flags"][passage] & 4) body.append(el("p", { className: "fm-gap" }, el("span", { "aria-hidden": "true" }, "[…]"), el("span", { className: "fm-hide" }, t("left_out"))));
    body.append(el("p", { className: "fm-passage", dir: "auto", lang: data.reports[report] ? data.reports[report].language : null, "data-passage": passage }, passageNodes(passage)));
  }
  entry.shown = most;
  if (passages.length > most) body.append(moreButton(passages.length - most, () => fillReport(report, most + FIRST_PASSAGES)));
  countReports();
}

// One claim opens its card, several their list; either way the map shows where.
function chooseQuoted(own) {
  if (own.length === 1) selectClaim(own[0]); else showTogether(own, t("claims_quoted", { n: own.length }));
  flashSites();
}

// Opens the report of a claim at its sentence, which flashes.
function showSentence(index) {
  const passage = columns["claim.passage"][index], report = columns["passage.report"][passage];
  reading.page = Math.floor(reportOrder().indexOf(report) / REPORTS_A_PAGE);
  refreshReports();
  reading.blocks.get(report).block.open = true;
  fillReport(report, Math.max(FIRST_PASSAGES, passageTables().reports(report).indexOf(passage) + 1));
  const found = marked.filter(({ claims: own }) => own.includes(index)).map(({ node }) => node);
  const at = found[0] || reading.blocks.get(report).block;
  at.scrollIntoView({ block: "center", behavior: still.matches ? "auto" : "smooth" });
  for (const node of found) flashNode(node);
}

function readInReport(index) {
  if (small.matches || embedded) closeCard();
  openBeside();
  if (panel.open !== "reports") openTab("reports");
  showSentence(index);
}

// Without motion a mark is framed for a while instead.
const FLASH_MS = 1800;
const flashing = { timer: null };

function flashNode(node) {
  node.classList.remove("fm-flash");
  node.getBoundingClientRect();
  node.classList.add("fm-flash");
  setTimeout(() => node.classList.remove("fm-flash"), FLASH_MS);
}

const DARK = new Set();

// What is lit on the map goes out twice; without motion it only stays lit.
function flashSites() {
  clearInterval(flashing.timer);
  if (still.matches) return;
  const { lit } = state;
  let turns = 4;
  flashing.timer = setInterval(() => {
    turns -= 1;
    if (state.lit !== lit && state.lit !== DARK) { clearInterval(flashing.timer); return; }
    state.lit = turns % 2 ? DARK : lit;
    layersOfClaims[1].redraw();
    if (!turns) clearInterval(flashing.timer);
  }, 220);
}

function readReport(report) {
  openTab("reports");
  reading.page = Math.floor(reportOrder().indexOf(report) / REPORTS_A_PAGE);
  refreshReports();
  const { block } = reading.blocks.get(report);
  block.open = true;
  block.scrollIntoView({ block: "start" });
  block.querySelector("summary").focus({ preventScroll: true });
}
