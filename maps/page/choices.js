// The filters that a reader chooses from: a list of choices for each facet, days, and switches.
// Lists are built when they are opened, and only what is open is counted.
const FEW = 10;
const facetLists = new Map();

function choiceRow(facet, value, list) {
  const chosen = state.chosen[facet.name], count = el("span", { className: "fm-count" });
  const change = () => {
    if (box.checked) chosen.add(value); else chosen.delete(value);
    filtersChanged();
  };
  const box = el("input", { type: "checkbox", checked: chosen.has(value), on: { change } });
  const row = el("li", {}, el("label", {}, box, bdi(facet.words(value)), count));
  list.rows.push({ value, row, box, count });
  return row;
}

// What was chosen stays in sight, whatever is sought.
function fillList(facet) {
  const list = facetLists.get(facet.name), sought = list.find ? list.find.value.trim().toLowerCase() : "";
  const chosen = state.chosen[facet.name], all = choicesOf(facet);
  const found = all.filter((value) => !chosen.has(value) && (!sought || facet.words(value).toLowerCase().includes(sought)));
  const kept = all.filter((value) => chosen.has(value)), shown = [...kept, ...found.slice(0, Math.max(0, list.limit - kept.length))];
  list.rows = [];
  list.list.replaceChildren(...shown.map((value) => choiceRow(facet, value, list)));
  const left = kept.length + found.length - shown.length;
  list.more.hidden = !left;
  list.more.textContent = t("show_more", { n: left });
  countList(facet);
}

function countList(facet) {
  const { rows } = facetLists.get(facet.name), counts = facetCounts(facet);
  for (const { value, row, box, count } of rows) {
    const n = counts.get(value) || 0;
    count.textContent = number(n);
    row.classList.toggle("fm-nothing", n === 0);
    box.checked = state.chosen[facet.name].has(value);
  }
}

function facetBlock(facet) {
  const all = choicesOf(facet);
  if (!all.length) return "";
  const name = t(`facet.${facet.name}`), list = { rows: [], limit: FEW, list: el("ul", { className: "fm-choices" }) };
  const refill = () => fillList(facet);
  if (all.length > FEW) list.find = el("input", { type: "search", className: "fm-find", "aria-label": t("find_in", { name }), placeholder: t("find_in", { name }), on: { input: refill } });
  list.more = el("button", { type: "button", className: "fm-more", hidden: true, on: { click: () => { list.limit += 5 * FEW; refill(); } } }, t("show_more", { n: all.length }));
  list.told = el("span", { className: "fm-told" });
  list.block = el("details", { className: "fm-facet", "data-facet": facet.name }, el("summary", {}, name, list.told), list.find || "", list.list, list.more);
  list.block.addEventListener("toggle", () => { if (list.block.open) refill(); });
  facetLists.set(facet.name, list);
  return list.block;
}

function switchRow({ name }) {
  const change = () => {
    if (box.checked) state.only.add(name); else state.only.delete(name);
    filtersChanged();
  };
  const box = el("input", { type: "checkbox", "data-only": name, on: { change } });
  return el("li", {}, el("label", {}, box, el("span", {}, t(`only.${name}`)), el("span", { className: "fm-count" })));
}

function dayInput(name) {
  const take = () => { state[name] = input.value; filtersChanged(); };
  const input = el("input", { type: "date", id: `fm-${name}`, on: { change: take } });
  return el("label", {}, el("span", {}, t(`days.${name}`)), input);
}

// What is to be chosen from takes a look at every claim. Nobody sees it before the section is open, so
// it is built then, or when the map stands.
function filterSection() {
  const block = section(t("filters"), false, el("ul", { className: "fm-choices", id: "fm-only" }, SWITCHES.map(switchRow)),
    spanned ? el("div", { className: "fm-days" }, dayInput("from"), dayInput("to")) : ""), build = lazily(() => block.append(...FACETS.map(facetBlock)) || true);
  block.id = "fm-filters";
  block.addEventListener("toggle", () => { build(); refreshChoices(); });
  afterPicture(build);
  return block;
}

// Counts, ticks and fields as the state has them, wherever a change came from.
function refreshChoices() {
  refreshSwitches();
  if (!byId("fm-filters").open) return;
  for (const each of SWITCHES) {
    const box = byId("fm-only").querySelector(`[data-only=${each.name}]`), n = switchCount(each);
    box.checked = state.only.has(each.name);
    box.parentNode.lastChild.textContent = number(n);
    box.closest("li").classList.toggle("fm-nothing", n === 0);
  }
  if (spanned) for (const name of ["from", "to"]) byId(`fm-${name}`).value = state[name];
  for (const facet of FACETS) {
    const list = facetLists.get(facet.name), chosen = state.chosen[facet.name];
    if (!list) continue;
    list.told.textContent = chosen.size ? t("chosen", { n: chosen.size }) : "";
    if (!list.block.open) continue;
    const missing = [...chosen].some((value) => !list.rows.some((row) => row.value === value));
    if (missing) fillList(facet); else countList(facet);
  }
}

// The table of layers counts under all other filters too.
function refreshSwitches() {
  const counts = layerCounts();
  for (const button of document.querySelectorAll(".fm-switch")) {
    const key = Number(button.dataset.key), n = counts[key];
    button.setAttribute("aria-pressed", String(!state.off.has(key)));
    if (button.textContent === number(n)) continue;
    button.textContent = number(n);
    button.classList.toggle("fm-nothing", n === 0);
    button.setAttribute("aria-label", t("switch", { ...switchNames(key), n }));
  }
  // How often the whole map has a sign says nothing of a part of it, and to count again takes too long.
  for (const key of document.querySelectorAll(".fm-of-all")) key.classList.toggle("fm-uncounted", isFiltered());
  for (const { node, keys } of sums) node.textContent = number(keys.reduce((sum, key) => sum + counts[key], 0));
}

const switchNames = (key) => ({ layer: data.layers[Math.floor(key / data.sides.length)].name, side: data.sides[key % data.sides.length].name });
