// What is not drawn, by the reason, with what a place could be.
const listedLimits = new Map();

function listedTab() {
  const note = listedClaims.length ? [el("p", { className: "fm-note" }, t("listed_note"))] : [el("p", { className: "fm-note" }, t("all_placed"))];
  return [el("p", { className: "fm-note" }, sumWords()), ...note, el("div", { id: "fm-notdrawn" })];
}

function refreshListed() {
  const reasons = new Map();
  for (const claim of listedClaims) {
    if (!reasons.has(claim.reason)) reasons.set(claim.reason, []);
    reasons.get(claim.reason).push(claim);
  }
  const groups = [...reasons].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  byId("fm-notdrawn").replaceChildren(...groups.map(([reason, own]) => reasonBlock(reason, own)));
  markCurrent(state.selected);
}

function reasonBlock(reason, own) {
  const shown = own.filter(passes), limit = listedLimits.get(reason) || FIRST_ROWS;
  const count = shown.length === own.length ? number(own.length) : t("of_claims", { k: shown.length, n: own.length });
  const more = () => {
    listedLimits.set(reason, limit + MORE_ROWS);
    refreshListed();
    byId("fm-notdrawn").querySelector(`[data-reason="${reason}"]`).querySelectorAll(".fm-item")[limit].focus();
  };
  return el("section", { className: "fm-group", "data-reason": reason },
    el("h3", {}, el("span", {}, t(`reason.${reason}`)), el("span", { className: "fm-count" }, count)),
    el("p", { className: "fm-note" }, t(`reason_more.${reason}`)),
    pagedList({ className: "fm-list" }, shown, limit, (claim) => claimButton(claim, whyNot(claim)), more));
}

function whyNot(claim) {
  const could = claim.passed.map((row) => (row.in ? `${row.name} (${row.in})` : row.name));
  return el("span", { className: "fm-why" }, claim.detail && claim.detail !== t(`reason_more.${claim.reason}`) ? english(claim.detail) : "",
    could.length ? [el("br"), el("span", { className: "fm-dim" }, `${t("fact.could_be")}: `), ...could.flatMap((name, i) => (i ? [" · ", bdi(name)] : [bdi(name)]))] : "");
}
