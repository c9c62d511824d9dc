// The words of the page in its language. A phrase with plural forms is chosen by {n}.
const plurals = new Intl.PluralRules(data.language);
// Digits are 0 to 9 in every language, as in coordinates, on roads and in what is quoted.
const LATIN_DIGITS = { numberingSystem: "latn" };
const numbers = new Intl.NumberFormat(data.language, LATIN_DIGITS);
const lengths = (unit) => new Intl.NumberFormat(data.language, { ...LATIN_DIGITS, style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 });
const metreWords = lengths("meter"), kilometreWords = lengths("kilometer");
const number = (n) => numbers.format(n);

function phrase(key, values) {
  const found = key.split(".").reduce((words, step) => words && words[step], data.labels);
  if (found === undefined) return key;
  return typeof found === "string" ? found : found[plurals.select(values.n)] || found.other;
}

// A phrase with its {names} filled in; numbers are written as the language writes them.
function t(key, values = {}) {
  return phrase(key, values).replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? number(values[name]) : values[name] ?? ""));
}

// Words of a report between the quotation marks of the language; they keep their own direction.
function quoted(text) {
  const [before, after] = data.labels.quoted.split("{text}");
  return [before, bdi(text), after];
}

// What the gazetteer and the rules say of a place is English in every language.
const english = (text) => el("bdi", { lang: "en" }, text);

function distance(metres) {
  if (metres < 950) return metreWords.format(Math.max(10, Math.round(metres / 10) * 10));
  const km = metres / 1000;
  return kilometreWords.format(km < 9.5 ? Math.round(km * 10) / 10 : Math.round(km));
}

// Leaflet's scale bar knows English units alone.
const ScaleBar = L.Control.Scale.extend({
  _updateMetric(most) {
    const metres = this._getRoundNum(most);
    this._updateScale(this._mScale, metres < 1000 ? metreWords.format(metres) : kilometreWords.format(metres / 1000), metres / most);
  },
});
new ScaleBar({ position: rtl ? "bottomright" : "bottomleft", imperial: false, maxWidth: 120 }).addTo(map);
