// The detail card: one claim in full, or the list of claims at a place.
function sideChip(index) {
  const side = data.sides[index];
  const chip = el("span", { className: "fm-chip", title: side.name }, side.abbreviation);
  chip.style.background = side.colour;
  chip.style.color = side.ink;
  return chip;
}

function statusBadge(claim) {
  return el("span", { className: claim.fact ? "fm-status" : "fm-status fm-status-not" }, t(`status.${claim.status}`));
}

// Who asserts it, who passed it on, who published it; a name that comes twice is said once.
function chain(claim) {
  const steps = [["by", claim.claimant], ...claim.via.map((name) => ["via", name]), ["in", claim.outlet]]
    .filter(([, name], i, all) => name && all.findIndex((step) => step[1] === name) === i);
  return steps.flatMap(([role, name], i) => [i ? " → " : "", el("span", { className: "fm-dim" }, `${t(role)} `), bdi(name)]);
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
    bdi(row.name), row.in ? [" (", bdi(row.in), ")"] : "", row.why ? [": ", bdi(row.why)] : "",
    row.source ? el("span", { className: "fm-dim" }, " · ", bdi(row.source)) : "")));
}

function placing(claim) {
  if (claim.site === undefined) {
    return [
      ...fact("not_drawn", claim.detail ? bdi(claim.detail) : bdi(claim.reason)),
      ...(claim.passed.length ? fact("could_be", candidates(claim.passed)) : []),
    ];
  }
  return [
    ...fact("placed", claim.how ? [bdi(claim.how), ", "] : "", `± ${distance(claim.radius)}`),
    ...(claim.chosen.length ? fact("taken_as", candidates(claim.chosen)) : []),
    ...(claim.passed.length ? fact("passed_over", candidates(claim.passed)) : []),
  ];
}

function claimBody(claim) {
  const report = claim.report === null ? null : data.reports[claim.report];
  const source = report && (report.title || report.id);
  return el("article", { className: "fm-claim" },
    el("h2", {}, sideChip(claim.side), " ", bdi(claim.head), " ", statusBadge(claim)),
    el("p", { className: "fm-chain" }, ...chain(claim)),
    el("blockquote", { dir: "auto" },
      el("span", { className: "fm-dim" }, claim.before), el("mark", {}, claim.quote),
      el("span", { className: "fm-dim" }, claim.after)),
    el("dl", {},
      ...fact("when", claim.when || "", claim.whenText ? [claim.when ? " · " : "", "“", bdi(claim.whenText), "”"] : ""),
      ...fact("where", claim.place ? ["“", bdi(claim.place), "”"] : ""),
      ...fact("who", claim.actor ? ["“", bdi(claim.actor), "”"] : "", claim.opponent ? [` ${t("against")} “`, bdi(claim.opponent), "”"] : ""),
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
    el("span", { className: "fm-item-head" }, bdi(claim.head), claim.fact ? "" : statusBadge(claim),
      claim.contradicts.length ? el("span", { className: "fm-disputed", title: t("contradicted") }, "≠") : ""),
    el("span", { className: "fm-item-sub" }, claim.place ? [bdi(claim.place), " · "] : "", bdi(claim.claimant),
      claim.when ? ` · ${claim.when}` : ""),
    extra || ""));
}

let cameFrom = null;

function showCard(children, label) {
  const card = byId("fm-card");
  if (card.hidden) cameFrom = document.activeElement;
  const close = el("button", { type: "button", className: "fm-close", "aria-label": t("close"), on: { click: closeCard } }, "×");
  card.replaceChildren(close, ...children);
  card.setAttribute("aria-label", label);
  card.hidden = false;
  document.body.classList.add("fm-open");
  card.scrollTop = 0;
  card.focus({ preventScroll: true });
}

function closeCard() {
  byId("fm-card").hidden = true;
  document.body.classList.remove("fm-open");
  state.selected = null;
  state.lit.clear();
  viewChanged();
  if (cameFrom && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
  repaint();
}

function selectClaim(index) {
  const claim = claims[index];
  state.selected = index;
  viewChanged();
  state.lit = new Set(claim.site === undefined ? [] : [claim.site]);
  const together = claim.site === undefined ? [] : sites[claim.site].shown;
  const back = together.length > 1
    ? [el("button", { type: "button", className: "fm-back", on: { click: () => selectSites([sites[claim.site]]) } },
      t("back", { n: together.length }))] : [];
  showCard([...back, claimBody(claim)], t("claim"));
  reveal(claim);
  repaint();
}

function selectSites(chosen) {
  const here = chosen.flatMap((site) => site.shown).sort((a, b) => a.index - b.index);
  if (here.length === 1) { selectClaim(here[0].index); return; }
  state.selected = null;
  viewChanged();
  state.lit = new Set(chosen.map((site) => site.index));
  const names = [...new Set(chosen.map((site) => site.label))];
  showCard([
    el("h2", {}, t("claims_here", { n: here.length })),
    el("p", { className: "fm-chain" }, names.slice(0, 6).flatMap((name, i) => (i ? [" · ", bdi(name)] : [bdi(name)])),
      names.length > 6 ? ` ${t("and_more", { n: names.length - 6 })}` : ""),
    el("ol", { className: "fm-list" }, here.map((claim) => el("li", {}, claimButton(claim)))),
  ], t("claims_at_place"));
  repaint();
}
