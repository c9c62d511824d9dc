// A passage with its quotations marked. They may lie in each other or overlap, so the text is cut
// wherever one of them starts or ends; a piece knows every quotation that covers it.
const passageTables = lazily(() => ({ reports: rowsBy(columns["passage.report"], data.reports.length + 1), claims: rowsBy(columns["claim.passage"], columns["passage.report"].length) }));

// The rows that have a number, for each number.
function rowsBy(numbers, count) {
  const { stops, rows } = sortedBy(numbers, count);
  return (each) => rows.subarray(stops[each], stops[each + 1]);
}

// Quotations of a passage, one for all claims that quote the same words: by start, the longest first.
function quotationsOf(passage) {
  const from = columns["claim.from"], chars = columns["claim.chars"], known = new Map();
  for (const i of passageTables().claims(passage)) {
    const key = `${from[i]} ${chars[i]}`;
    if (known.has(key)) known.get(key).claims.push(i);
    else known.set(key, { from: from[i], to: from[i] + chars[i], claims: [i] });
  }
  return [...known.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

function piecesOf(passage, length) {
  const quotations = quotationsOf(passage).filter(({ from, to }) => from < to);
  const cuts = [...new Set([0, length, ...quotations.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces = [];
  let next = 0, open = [];
  for (let n = 0; n + 1 < cuts.length; n += 1) {
    open = open.filter(({ to }) => to > cuts[n]);
    while (next < quotations.length && quotations[next].from <= cuts[n]) open.push(quotations[next++]);
    pieces.push({ from: cuts[n], to: cuts[n + 1], quotations: [...open].sort((a, b) => (a.to - a.from) - (b.to - b.from)) });
  }
  return pieces;
}

// The nodes of a passage. Each quotation can be reached by the keyboard through its first piece that
// belongs to none before it.
function passageNodes(passage) {
  const whole = data.texts.at(passage), flags = columns["passage.flags"][passage], reached = new Set();
  const nodes = piecesOf(passage, whole.length).map((piece) => {
    const text = whole.slice(piece.from, piece.to);
    return piece.quotations.length ? markNode(piece, text, reached) : text;
  });
  return [flags & 1 ? "… " : "", ...nodes.flat(), flags & 2 ? " …" : ""];
}

function markNode(piece, text, reached) {
  const { quotations } = piece, own = quotations.flatMap((each) => each.claims), open = () => chooseQuoted(own);
  const node = el("mark", {
    className: quotations.length > 1 ? "fm-mark fm-mark-deep" : "fm-mark", title: titleOf(own), on: { click: open },
  }, text);
  const sides = new Set(own.map((i) => claimSides[i]));
  node.classList.add(sides.size === 1 ? `fm-side-${claimSides[own[0]]}` : "fm-sides-several");
  if (own.every((i) => !claims[i].fact)) node.classList.add("fm-mark-not");
  if (quotations.some((each) => !reached.has(each))) asButton(node, open);
  for (const each of quotations) reached.add(each);
  marked.push({ node, claims: own });
  return [node, ...quotations.filter(({ to }) => to === piece.to).map(chipsOf)];
}

// A button would not break over lines as text does.
function asButton(node, run) {
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    run();
  });
}

function titleOf(own) {
  const heads = own.slice(0, 3).map((i) => claims[i].head);
  return own.length > 3 ? `${heads.join(" · ")} ${t("and_more", { n: own.length - 3 })}` : heads.join(" · ");
}

// Whose claims a quotation holds, after its last word.
function chipsOf({ claims: own }) {
  const sides = new Map();
  for (const i of own) sides.set(claimSides[i], (sides.get(claimSides[i]) || 0) + 1);
  return el("span", { className: "fm-mark-sides", "aria-hidden": "true" }, [...sides].sort((a, b) => a[0] - b[0]).map(([side, n]) => {
    const chip = sideChip(side);
    if (n > 1) chip.append(` ${n}`);
    return chip;
  }));
}
