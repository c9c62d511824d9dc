// Which claims pass the filters. Each claim has a bit for every filter that it fails, so that a
// choice can be counted under all other filters.
const LAYERS = 1, TEXT = 2, DATES = 4, MOMENT = 8, INTEREST = 16, DISPUTED = 32, FIRST_FACET = 64;
const failing = new Uint16Array(COUNT);

const gradePart = (at) => lazily(() => Uint8Array.from(columns["claim.grade"], (word) => (words[word] ? words[word].charCodeAt(at) : 0)));
const columnOf = (name) => () => columns[`claim.${name}`];
const letter = (value) => String.fromCharCode(value);
const storyReport = (value) => data.reports[data.stories[value][1] - 1];

function storyWords(value) {
  const [id, , count] = data.stories[value], report = storyReport(value);
  const name = report ? [report.title || report.id, report.outlet].filter(Boolean).join(" · ") : id;
  return count > 1 ? `${name} (${t("reports", { n: count })})` : name;
}

// A facet: the value of each claim, the code of a value in a link, its words, and what is no choice.
const FACETS = [
  { name: "side", values: columnOf("side"), code: (value) => data.sides[value].id, words: (value) => data.sides[value].name },
  { name: "says", values: columnOf("says"), none: 0, code: (value) => data.sides[value - 1].id, words: (value) => data.sides[value - 1].name },
  { name: "gains", values: columnOf("gains"), code: (value) => (value ? data.sides[value - 1].id : "none"), words: (value) => (value ? data.sides[value - 1].name : t("nobody_more")) },
  { name: "claimant", values: columnOf("claimant"), code: (value) => words[value], words: (value) => words[value] },
  { name: "origin", values: columnOf("story"), code: (value) => data.stories[value][0], words: storyWords },
  { name: "action", values: columnOf("action"), code: (value) => data.actions[value], words: (value) => t(`action.${data.actions[value]}`) },
  { name: "status", values: columnOf("status"), code: (value) => data.statuses[value], words: (value) => t(`status.${data.statuses[value]}`) },
  { name: "source", values: gradePart(0), none: 0, code: letter, words: (value) => `${letter(value)}: ${t(`source_grade.${letter(value)}`)}` },
  { name: "content", values: gradePart(1), none: 0, code: letter, words: (value) => `${letter(value)}: ${t(`content_grade.${letter(value)}`)}` },
].map((facet, i) => ({ ...facet, bit: FIRST_FACET << i }));

const isDisputed = lazily(() => {
  const is = new Uint8Array(COUNT);
  for (const i of columns["claim.contradicts.of"]) is[i] = 1;
  return is;
});

const SWITCHES = [
  { name: "interest", bit: INTEREST, has: columnOf("against") },
  { name: "disputed", bit: DISPUTED, has: isDisputed },
];

const NO_FILTER = () => ({
  off: new Set(), query: "", from: "", to: "", only: new Set(), chosen: Object.fromEntries(FACETS.map(({ name }) => [name, new Set()])),
});

// Words stand in a table of their own, so each is looked at once however many claims share it.
const SEARCHED = ["head", "place", "claimant", "outlet", "via", "when"].map((name) => `claim.${name}`);
const lowered = { words: null, passages: null, odd: new Set() };
const searched = { query: "", missed: null };

function missedBy(query) {
  if (searched.query === query) return searched.missed;
  lowered.words ||= words.map((word) => word.toLowerCase());
  lowered.passages ||= Array.from({ length: data.texts.length }, (_, i) => lowerPassage(i));
  const hits = Uint8Array.from(lowered.words, (word) => word.includes(query)), missed = new Uint8Array(COUNT);
  for (let i = 0; i < COUNT; i += 1) missed[i] = !SEARCHED.some((name) => hits[columns[name][i]]) && !quoteHas(i, query);
  Object.assign(searched, { query, missed });
  return missed;
}

function lowerPassage(passage) {
  const text = data.texts.at(passage), lower = text.toLowerCase();
  if (lower.length !== text.length) lowered.odd.add(passage);
  return lower;
}

// Some letters are two when they are small: in such a passage the quotation is looked at by itself.
function quoteHas(i, query) {
  const passage = columns["claim.passage"][i], text = lowered.passages[passage], from = columns["claim.from"][i];
  if (!text.includes(query)) return false;
  if (lowered.odd.has(passage)) return claims[i].quote.toLowerCase().includes(query);
  const at = text.indexOf(query, from);
  return at >= 0 && at + query.length <= from + columns["claim.chars"][i];
}

// From and to are days, the last one included; what has no date is never left out.
function markDates() {
  const from = state.from ? time.clock.moment(readLocal(state.from)) : -Infinity;
  const to = state.to ? time.clock.moment(readLocal(state.to) + DAY) : Infinity;
  for (let i = 0; i < COUNT; i += 1) if (isDated(i) && (starts[i] >= to || lastMinute(i) < from)) failing[i] |= DATES;
}

function markFacet({ name, values, bit }) {
  const chosen = state.chosen[name], own = values();
  if (!chosen.size) return;
  for (let i = 0; i < COUNT; i += 1) if (!chosen.has(own[i])) failing[i] |= bit;
}

function markWhere(bit, fails) { for (let i = 0; i < COUNT; i += 1) if (fails(i)) failing[i] |= bit; }

const switchKey = (layer, side) => layer * data.sides.length + side;
const claimLayers = columns["claim.layer"];
const layerKey = (i) => switchKey(claimLayers[i], claimSides[i]);

const offKeys = () => Uint8Array.from({ length: data.layers.length * data.sides.length }, (_, key) => state.off.has(key));

function refreshFailing() {
  failing.fill(0);
  if (state.off.size) { const off = offKeys(); markWhere(LAYERS, (i) => off[layerKey(i)]); }
  if (state.query) { const missed = missedBy(state.query.toLowerCase()); markWhere(TEXT, (i) => missed[i]); }
  if (spanned && (state.from || state.to)) markDates();
  if (spanned) markMoment(failing, MOMENT);
  for (const { name, bit, has } of SWITCHES) if (state.only.has(name)) { const own = has(); markWhere(bit, (i) => !own[i]); }
  for (const facet of FACETS) markFacet(facet);
}

const passes = (claim) => failing[claim.index] === 0;

// How many claims pass all filters but one, by what is asked of each.
function countBy(bit, valueOf) {
  const counts = new Map();
  for (let i = 0; i < COUNT; i += 1) {
    if (failing[i] & ~bit) continue;
    const value = valueOf(i);
    counts.set(value, (counts.get(value) || 0) + 1);
  }
  return counts;
}

// The same of the layers' switches, for claims on the map.
function layerCounts() {
  const counts = new Uint32Array(data.layers.length * data.sides.length);
  for (let i = 0; i < COUNT; i += 1) if (claimSites[i] && !(failing[i] & ~LAYERS)) counts[layerKey(i)] += 1;
  return counts;
}

const facetCounts = ({ values, bit }) => { const own = values(); return countBy(bit, (i) => own[i]); };
const switchCount = ({ bit, has }) => { const own = has(); return countBy(bit, (i) => own[i]).get(1) || 0; };

// How often each value stands in a column.
function totalsOf(values) {
  let most = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i] > most) most = values[i];
  const totals = new Uint32Array(1 + most);
  for (let i = 0; i < values.length; i += 1) totals[values[i]] += 1;
  return totals;
}

// The values that claims have, the most frequent first.
const choicesOf = (facet) => (facet.choices ||= (() => {
  const totals = totalsOf(facet.values());
  const found = [...totals.keys()].filter((value) => totals[value] && value !== facet.none);
  return found.sort((a, b) => totals[b] - totals[a] || a - b);
})());

const isFiltered = () => Boolean(state.off.size || state.query || state.from || state.to || state.only.size || state.moment !== null
  || FACETS.some(({ name }) => state.chosen[name].size));
