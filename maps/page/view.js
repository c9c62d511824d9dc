// The view in the address: #z=8.5/35.1/36.7&side=opposition&t=2024-12-04. Whatever is as it was when
// the page opened is left out, and whatever an address says wrongly is passed over.
const SETTLED_MS = 300;
const link = { timer: null, start: "", written: "" };

// Spaces are plus signs and lists have commas; only what an address cannot hold is escaped.
const written = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/%(2F|3A|3F|40)/g, decodeURIComponent);
const listed = (codes) => codes.map(written).sort().join(",");

function unwritten(text) {
  try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch { return null; }
}

function placeNow() {
  const { lat, lng } = map.getCenter(), digits = map.getZoom() > 11 ? 4 : 3;
  return [map.getZoom(), ...[lat, lng].map((degrees) => Number(degrees.toFixed(digits)))].join("/");
}

const layerCode = (key) => `${data.layers[Math.floor(key / data.sides.length)].id}.${data.sides[key % data.sides.length].id}`;
const layerCodes = lazily(() => new Map(data.layers.flatMap((_, layer) => data.sides.map((__, side) => [layerCode(switchKey(layer, side)), switchKey(layer, side)]))));

function viewParts() {
  const place = placeNow();
  return [
    ["z", place === link.start ? "" : place],
    ["off", listed([...state.off].map(layerCode))],
    ["roads", state.routes ? "" : "off"],
    ["q", written(state.query)],
    ...FACETS.map((facet) => [facet.name, listed([...state.chosen[facet.name]].map(facet.code))]),
    ["only", listed([...state.only])],
    ["from", state.from],
    ["to", state.to],
    ["t", state.moment === null ? "" : writtenLocal(time.clock.local(state.moment))],
    ["step", time.length === usualLength ? "" : `${time.length / HOUR}h`],
    ["window", state.window === WINDOWS[0] ? "" : state.window],
    ["older", state.afterwards === AFTERWARDS[0] ? "" : state.afterwards],
    ["scheme", scheme.chosen],
    ["tab", panel.open === TABS[0].name ? "" : panel.open],
    ["claim", state.selected === null ? "" : written(claims[state.selected].id)],
  ].filter(([, value]) => value);
}

// An address that changes with every frame would flood the history; a page inside another page may
// not change its address at all.
function viewChanged() {
  clearTimeout(link.timer);
  link.timer = setTimeout(writeView, SETTLED_MS);
}

function writeView() {
  const hash = viewParts().map((part) => part.join("=")).join("&");
  if (hash === link.written) return;
  link.written = hash;
  const address = hash ? `#${hash}` : window.location.href.split("#")[0];
  try { window.history.replaceState(null, "", address); } catch { window.clearTimeout(link.timer); }
}

const fromList = (text, find) => text.split(",").map(unwritten).map((code) => (code === null ? undefined : find(code))).filter((found) => found !== undefined);
const oneOf = (known, use) => (text) => { if (known.includes(text)) use(text); };

function readDay(name) {
  return (text) => { if (text.length === 10 && spanned && readLocal(text) !== null) state[name] = text; };
}

function readPlace(text) {
  const told = text.split("/").map(Number), [zoom, lat, lon] = told;
  if (told.length !== 3 || !told.every(Number.isFinite) || zoom < map.getMinZoom() || zoom > map.getMaxZoom() || Math.abs(lat) > 85 || Math.abs(lon) > 180) return;
  map.setView([lat, lon], zoom, { animate: false });
}

function readMoment(text) {
  const local = readLocal(text);
  if (local === null || !spanned) return;
  const minute = time.clock.moment(local);
  if (minute >= time.edges[0] && minute < time.edges[stepCount()]) state.moment = time.edges[stepOf(minute)];
}

function readFacet(facet) {
  return (text) => {
    const values = new Map(choicesOf(facet).map((value) => [facet.code(value), value]));
    state.chosen[facet.name] = new Set(fromList(text, (code) => values.get(code)));
  };
}

// The length of a step comes before the moment, which is one of its steps.
const READERS = {
  z: readPlace,
  off: (text) => { state.off = new Set(fromList(text, (code) => layerCodes().get(code))); },
  roads: oneOf(["off"], () => { state.routes = false; }),
  q: (text) => { state.query = (unwritten(text) || "").toLowerCase(); },
  ...Object.fromEntries(FACETS.map((facet) => [facet.name, readFacet(facet)])),
  only: (text) => { state.only = new Set(fromList(text, (code) => SWITCHES.find(({ name }) => name === code)?.name)); },
  from: readDay("from"),
  to: readDay("to"),
  step: (text) => { if (spanned) oneOf(possibleLengths().map((length) => `${length / HOUR}h`), () => setLength(parseInt(text, 10) * HOUR))(text); },
  t: readMoment,
  window: oneOf(WINDOWS, (text) => { state.window = text; }),
  tab: oneOf(TABS.map(({ name }) => name), (text) => { panel.open = text; }),
  scheme: oneOf(SCHEMES, (text) => { scheme.chosen = text; }),
  older: oneOf(AFTERWARDS, (text) => { state.afterwards = text; }),
};

function partsOf(hash) {
  return new Map(hash.replace(/^#/, "").split("&").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1)];
  }));
}

function readView() {
  const parts = partsOf(window.location.hash);
  link.written = window.location.hash.replace(/^#/, "");
  Object.assign(state, NO_FILTER(), NO_MOMENT(), { routes: true });
  panel.open = TABS[0].name;
  scheme.chosen = "";
  if (spanned) setLength(usualLength);
  for (const [name, read] of Object.entries(READERS)) if (parts.get(name)) read(parts.get(name));
  return parts;
}

// A selected claim moves into view; a place that the link names comes after it.
function selectFrom(parts) {
  const id = unwritten(parts.get("claim") || "");
  if (!id || !data.ids.includes(id)) return;
  selectClaim(data.ids.indexOf(id));
  if (parts.get("z")) readPlace(parts.get("z"));
}

function clearAll() {
  pause();
  Object.assign(state, NO_FILTER(), NO_MOMENT());
  refreshFields();
  filtersChanged();
}

// Fields outside the filters that hold a part of the view.
function refreshFields() {
  byId("fm-search").value = state.query;
  if (byId("fm-routes")) byId("fm-routes").checked = state.routes;
}

window.addEventListener("hashchange", () => {
  const parts = readView();
  pause();
  refreshFields();
  applyScheme();
  openTab(panel.open);
  filtersChanged();
  selectFrom(parts);
});
