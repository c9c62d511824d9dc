// The detail card: one claim in full, or the list of claims at a place.
const ACTION_STATUS = {
  occurred: "claimed", ongoing: "claimed, ongoing", planned: "planned", failed: "attempt failed", denied: "denied",
};

function sideChip(index) {
  const side = data.sides[index];
  const chip = el("span", { className: "fm-chip", title: side.name }, side.abbreviation);
  chip.style.background = side.colour;
  chip.style.color = side.ink;
  return chip;
}

function statusBadge(claim) {
  return el("span", { className: claim.fact ? "fm-status" : "fm-status fm-status-not" }, ACTION_STATUS[claim.status]);
}

// Who asserts it, who passed it on, who published it; a name that comes twice is said once.
function chain(claim) {
  const steps = [["by ", claim.claimant], ...claim.via.map((name) => ["via ", name]), ["in ", claim.outlet]]
    .filter(([, name], i, all) => name && all.findIndex((step) => step[1] === name) === i);
  return steps.flatMap(([role, name], i) => [i ? " → " : "", el("span", { className: "fm-dim" }, role), bdi(name)]);
}

function fact(name, ...value) {
  return value.flat().some((part) => part) ? [el("dt", {}, name), el("dd", {}, ...value)] : [];
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
      ...fact("Not drawn", claim.detail ? bdi(claim.detail) : bdi(claim.reason)),
      ...(claim.passed.length ? fact("Could be", candidates(claim.passed)) : []),
    ];
  }
  return [
    ...fact("Placed", claim.how ? [bdi(claim.how), ", "] : "", `± ${distance(claim.radius)}`),
    ...(claim.chosen.length ? fact("Taken as", candidates(claim.chosen)) : []),
    ...(claim.passed.length ? fact("Passed over", candidates(claim.passed)) : []),
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
      ...fact("When", claim.when || "", claim.whenText ? [claim.when ? " · " : "", "“", bdi(claim.whenText), "”"] : ""),
      ...fact("Where", claim.place ? ["“", bdi(claim.place), "”"] : ""),
      ...fact("Who", claim.actor ? ["“", bdi(claim.actor), "”"] : "", claim.opponent ? [" against “", bdi(claim.opponent), "”"] : ""),
      ...fact("Said by", claim.voicesText),
      ...fact("Grade", claim.gradeText),
      ...fact("Reviewed", claim.reviewed === "accept" ? "accepted by a reviewer" : ""),
      ...fact("Contradicts", claimLinks(claim.contradicts)),
      ...fact("Agrees with", claimLinks(claim.agrees)),
      ...placing(claim),
      ...fact("Reported", claim.published, source ? [claim.published ? " · " : "", webLink(report.url, bdi(source))] : ""),
      ...fact("Origin", claim.origin)));
}

function claimButton(claim, extra) {
  return el("button", {
    type: "button", className: claim.fact ? "fm-item" : "fm-item fm-item-not", on: { click: () => selectClaim(claim.index) },
    "data-claim": claim.index,
  }, sideChip(claim.side), el("span", { className: "fm-item-text" },
    el("span", { className: "fm-item-head" }, bdi(claim.head), claim.fact ? "" : statusBadge(claim),
      claim.contradicts.length ? el("span", { className: "fm-disputed", title: "Contradicted by another claim" }, "≠") : ""),
    el("span", { className: "fm-item-sub" }, claim.place ? [bdi(claim.place), " · "] : "", bdi(claim.claimant),
      claim.when ? ` · ${claim.when}` : ""),
    extra || ""));
}

let cameFrom = null;

function showCard(children, label) {
  const card = byId("fm-card");
  if (card.hidden) cameFrom = document.activeElement;
  const close = el("button", { type: "button", className: "fm-close", "aria-label": "Close", on: { click: closeCard } }, "×");
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
  if (cameFrom && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
  repaint();
}

function selectClaim(index) {
  const claim = claims[index];
  state.selected = index;
  state.lit = new Set(claim.site === undefined ? [] : [claim.site]);
  const together = claim.site === undefined ? [] : sites[claim.site].shown;
  const back = together.length > 1
    ? [el("button", { type: "button", className: "fm-back", on: { click: () => selectSites([sites[claim.site]]) } },
      `← all ${together.length} claims here`)] : [];
  showCard([...back, claimBody(claim)], "Claim");
  reveal(claim);
  repaint();
}

function selectSites(chosen) {
  const here = chosen.flatMap((site) => site.shown).sort((a, b) => a.index - b.index);
  if (here.length === 1) { selectClaim(here[0].index); return; }
  state.selected = null;
  state.lit = new Set(chosen.map((site) => site.index));
  const names = [...new Set(chosen.map((site) => site.label))];
  showCard([
    el("h2", {}, `${here.length} claims here`),
    el("p", { className: "fm-chain" }, names.slice(0, 6).flatMap((name, i) => (i ? [" · ", bdi(name)] : [bdi(name)])),
      names.length > 6 ? ` and ${names.length - 6} more` : ""),
    el("ol", { className: "fm-list" }, here.map((claim) => el("li", {}, claimButton(claim)))),
  ], "Claims at this place");
  repaint();
}
