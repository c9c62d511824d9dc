// What changed since the map before this one, on top of the legend; nothing where nobody told.
const changed = data.changes || null, fresh = new Set(changed ? changed.fresh : []);
const CODED = { action: "action", status: "status", not_drawn: "reason" };
const changedLimits = new Map();

const newBadge = (claim) => (fresh.has(claim.index) ? el("span", { className: "fm-new" }, t("changes.badge")) : "");

function changesSection() {
  if (!changed) return "";
  const body = el("div", { id: "fm-changed" });
  const node = el("details", { className: "fm-section fm-changes", id: "fm-changes" }, el("summary", {},
    el("h2", {}, t("changes.title"), " ", el("span", { className: "fm-changes-told" }, changedWords()))), body);
  // Built when it is first opened: thousands of changes cost a page nothing before.
  node.addEventListener("toggle", () => { if (node.open && !body.firstChild) body.append(...changedBody()); });
  return node;
}

function changedWords() {
  const since = changed.since ? [t("changes.since", { when: changed.since })] : [];
  const counts = changed.groups.map(([kind, items]) => t("changes.tally", { kind: t(`changes.kind.${kind}`), n: items.length }).replace(/ (?=\S+$)/, "\u00a0"));
  return [...since, ...(counts.length ? counts : [t("changes.nothing")])].join(" · ");
}

function changedBody() {
  return [
    el("p", { className: "fm-note" }, t("changes.sum", changed.counts)),
    changed.groups.length ? el("p", { className: "fm-note" }, t("changes.note")) : "",
    ...changed.groups.map(changedGroup),
  ].filter(Boolean);
}

function changedGroup([kind, items]) {
  const limit = changedLimits.get(kind) || FIRST_ROWS;
  const node = el("section", { className: "fm-group", "data-kind": kind },
    el("h3", {}, el("span", {}, t(`changes.kind.${kind}`)), el("span", { className: "fm-count" }, number(items.length))),
    pagedList({ className: "fm-list" }, items, limit, (item) => changedItem(kind, item), () => {
      changedLimits.set(kind, limit + MORE_ROWS);
      const after = changedGroup([kind, items]);
      node.replaceWith(after);
      after.querySelectorAll(".fm-item")[limit].focus();
    }));
  return node;
}

function changedItem(kind, item) {
  const told = changedTold(kind, item).map((line) => el("span", { className: "fm-why" }, line));
  if (item.row !== undefined) return claimButton(claims[item.row], told);
  return el("div", { className: "fm-item fm-gone", tabIndex: -1 }, el("span", { className: "fm-item-text" },
    el("span", { className: "fm-item-head" }, bdi(item.text)),
    el("span", { className: "fm-item-sub" }, quoted(item.quote)), told));
}

// Each line of what there is to say about a change.
function changedTold(kind, item) {
  const lines = item.why ? [[t(`changes.why.${item.why}`)]] : [];
  for (const [field, before, after] of item.differences || []) {
    lines.push([`${t(`changes.field.${field}`)}: `, bdi(changedValue(field, before)), rtl ? " ← " : " → ", bdi(changedValue(field, after))]);
  }
  if (kind === "reversed") lines.push([t("changes.holder", item)]);
  if (kind === "agreed") lines.push([item.after ? t("changes.voices", { before: item.before, n: Number(item.after) }) : t("changes.agrees")]);
  if (kind === "contradicted") for (const row of item.others) lines.push([`${t("changes.contradicted_by")}: `, ...changedOther(claims[row])]);
  return lines;
}

function changedValue(field, value) {
  if (!(field in CODED)) return value;
  return value ? t(`${CODED[field]}.${value}`) : t("on_map");
}

const changedOther = (claim) => [bdi(claim.head), claim.place ? ", " : "", bdi(claim.place), ", ", bdi(claim.claimant)];
