// The detail card: one claim in full, or the list of claims at a place.
function sideChip(index) {
  const side = data.sides[index];
  return el("span", { className: `fm-chip fm-side-${index}`, title: side.name }, side.abbreviation);
}

function statusBadge(claim) {
  return el("span", { className: claim.fact ? "fm-status" : "fm-status fm-status-not" }, t(`status.${claim.status}`));
}

// Who asserts it, who passed it on, who published it; a name that comes twice is said once.
function chain(claim) {
  const steps = [["by", claim.claimant], ...claim.via.map((name) => ["via", name]), ["in", claim.outlet]]
    .filter(([, name], i, all) => name && all.findIndex((step) => step[1] === name) === i);
  return steps.flatMap(([role, name], i) => [i ? (rtl ? " ← " : " → ") : "", el("span", { className: "fm-dim" }, `${t(role)} `), bdi(name)]);
}

function fact(name, ...value) {
  return value.flat().some((part) => part) ? [el("dt", {}, t(`fact.${name}`)), el("dd", {}, ...value)] : [];
}

function claimLinks(indices) {
  return indices.map((index) => {
    const claim = claims[index];
    return el("button", { type: "button", className: "fm-link", on: { click: () => selectClaim(index) } },
      sideChip(claim.side), " ", bdi(claim.head), " — ", bdi(claim.claimant));
  });
}

function candidates(rows) {
  return el("ul", { className: "fm-cands" }, rows.map((row) => el("li", {},
    bdi(row.name), row.in ? [" (", bdi(row.in), ")"] : "", row.why ? [": ", english(row.why)] : "",
    row.source ? el("span", { className: "fm-dim" }, " · ", english(row.source)) : "")));
}

// Python says a few reasons in the page's language; the others name what was found, in English.
const reasonWords = (claim) => (claim.detail === t(`reason_more.${claim.reason}`) ? bdi(claim.detail) : english(claim.detail));

function howPlaced(claim) {
  const said = claim.how.split("\n"), how = said.pop(), reach = distance(claim.radius);
  // The English words of a point may end in its radius.
  const figure = reach.match(/[\d.,]+/)[0].replace(",", "."), told = [" km", " m"].some((unit) => how.endsWith(` ${figure}${unit}`)) ? "" : bdi(`± ${reach}`);
  return [said.length ? `${said[0]} ` : "", how ? english(how) : "", how && told ? " · " : "", told];
}

function placing(claim) {
  if (claim.site === undefined) {
    return [
      ...fact("not_drawn", claim.detail ? reasonWords(claim) : t(`reason.${claim.reason}`)),
      ...(claim.passed.length ? fact("could_be", candidates(claim.passed)) : []),
    ];
  }
  return [
    ...fact("placed", ...howPlaced(claim)),
    ...(claim.chosen.length ? fact("taken_as", candidates(claim.chosen)) : []),
    ...(claim.passed.length ? fact("passed_over", candidates(claim.passed)) : []),
  ];
}

// The words next to a quotation: a page with whole reports has far more than a card has room for.
const NEARBY = 160;

function endOf(text) {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return line.length <= NEARBY ? line : `… ${line.slice(line.indexOf(" ", line.length - NEARBY) + 1)}`;
}

function startOf(text) {
  const [line] = text.split("\n", 1);
  return line.length <= NEARBY ? line : `${line.slice(0, line.lastIndexOf(" ", NEARBY))} …`;
}

// A side that the words do not name was read from the rest of the report, or given by whoever wrote the claim.
const sideRead = (claim) => (data.sides[claim.side].id === "?" ? "" : t("not_named"));

function claimBody(claim) {
  const report = claim.report === null ? null : data.reports[claim.report];
  const source = report && (report.title || report.id);
  return el("article", { className: "fm-claim" },
    el("h2", {}, sideChip(claim.side), " ", bdi(claim.head), " ", statusBadge(claim)),
    el("p", { className: "fm-chain" }, ...chain(claim)),
    el("blockquote", { dir: "auto", lang: report ? report.language : null },
      el("span", { className: "fm-dim" }, endOf(claim.before)), el("mark", {}, claim.quote),
      el("span", { className: "fm-dim" }, startOf(claim.after))),
    el("p", {}, el("button", { type: "button", className: "fm-link fm-small", on: { click: () => readInReport(claim.index) } }, t("read_in_report"))),
    el("dl", {},
      ...fact("when", claim.when || "", claim.whenText ? [claim.when ? " · " : "", ...quoted(claim.whenText)] : ""),
      ...fact("where", claim.place ? quoted(claim.place) : ""),
      ...fact("who", claim.actor ? quoted(claim.actor) : sideRead(claim), claim.opponent ? [` ${t("against")} `, ...quoted(claim.opponent)] : ""),
      ...fact("voices", claim.voicesText),
      ...fact("grade", claim.gradeText),
      ...fact("reviewed", claim.reviewed === "accept" ? t("accepted") : ""),
      ...fact("contradicts", claimLinks(claim.contradicts)),
      ...fact("agrees", claimLinks(claim.agrees)),
      ...placing(claim),
      ...fact("reported", claim.published, source ? [claim.published ? " · " : "", webLink(report.url, bdi(source))] : ""),
      ...fact("origin", claim.origin)));
}

function claimButton(claim, extra) {
  return el("button", {
    type: "button", className: claim.fact ? "fm-item" : "fm-item fm-item-not", on: { click: () => selectClaim(claim.index) },
    "data-claim": claim.index,
  }, sideChip(claim.side), el("span", { className: "fm-item-text" },
    el("span", { className: "fm-item-head" }, bdi(claim.head), newBadge(claim), claim.fact ? "" : statusBadge(claim),
      claim.contradicts.length ? el("span", { className: "fm-disputed", title: t("contradicted") }, "≠") : ""),
    el("span", { className: "fm-item-sub" }, claim.place ? [bdi(claim.place), " · "] : "", bdi(claim.claimant),
      claim.when ? ` · ${claim.when}` : ""),
    extra || ""));
}

// Where the reader was before the card opened: what had the focus, and on a phone how far down.
let cameFrom = null, scrolled = null;

function showCard(children, label) {
  const card = byId("fm-card");
  hideBeside();
  if (card.hidden) cameFrom = document.activeElement;
  const close = el("button", { type: "button", className: "fm-close", "aria-label": t("close"), on: { click: closeCard } }, "×");
  card.replaceChildren(close, ...children);
  card.setAttribute("aria-label", label);
  card.hidden = false;
  document.body.classList.add("fm-open");
  card.scrollTop = 0;
  card.focus({ preventScroll: true });
}

// On a phone the map stands above the panel, out of sight.
function showMap() {
  const top = byId("fm-map").getBoundingClientRect().top;
  if (!small.matches || Math.abs(top) < 40) return;
  scrolled ??= window.scrollY;
  window.scrollBy(0, top);
}

function closeCard() {
  byId("fm-card").hidden = true;
  document.body.classList.remove("fm-open");
  select(null, []);
  if (cameFrom && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
  if (scrolled !== null) window.scrollTo(0, scrolled);
  scrolled = null;
}

function select(index, lit) {
  state.selected = index;
  state.lit = new Set(lit);
  markCurrent(index);
  repaint();
  viewChanged();
}

function selectClaim(index) {
  const claim = claims[index], lit = claim.site === undefined ? [] : [claim.site];
  const together = claim.site === undefined ? [] : sites[claim.site].shown;
  const back = together.length > 1
    ? [el("button", { type: "button", className: "fm-back", on: { click: () => selectSites([sites[claim.site]]) } },
      t("back", { n: together.length }))] : [];
  if (lit.length) showMap();
  showCard([...back, claimBody(claim)], t("claim"));
  reveal(claim);
  select(index, lit);
  showBeside(index);
}

function selectSites(chosen) {
  const here = chosen.flatMap((site) => site.shown.map((claim) => claim.index)).sort((a, b) => a - b);
  if (here.length === 1) { selectClaim(here[0]); return; }
  const names = [...new Set(chosen.map((site) => site.label))];
  showTogether(here, t("claims_here", { n: here.length }), el("p", { className: "fm-chain" }, names.slice(0, 6).flatMap((name, i) => (i ? [" · ", bdi(name)] : [bdi(name)])),
    names.length > 6 ? ` ${t("and_more", { n: names.length - 6 })}` : ""));
  showBeside(here[0]);
}

// Several claims in one card, with all their places lit; any number of them may stand at one place.
function showTogether(own, title, below = "") {
  const lit = own.map((i) => claimSites[i] - 1).filter((site) => site >= 0);
  const fill = (limit) => pagedList({ className: "fm-list" }, own, limit, (i) => claimButton(claims[i]), () => {
    const before = byId("fm-card").querySelector("ol"), after = fill(limit + MORE_ROWS);
    before.replaceWith(after);
    after.querySelectorAll(".fm-item")[limit].focus();
  });
  showCard([el("h2", {}, title), below, fill(FIRST_ROWS)], t("claims_at_place"));
  if (lit.length) showMap();
  select(null, lit);
}
