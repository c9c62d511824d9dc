// The words of the page in its language. A phrase with plural forms is chosen by {n}.
const plurals = new Intl.PluralRules(data.language);
const numbers = new Intl.NumberFormat(data.language);
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
