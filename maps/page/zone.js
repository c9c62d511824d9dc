// Moments are minutes since 1970; readers see them in the time zone of the theatre. The browser
// only knows how to write a moment in a zone, so the way back goes over the zone's offsets.
const locale = data.language;
const MINUTE_MS = 60000, HOUR = 60, DAY = 1440, WEEK = 7 * DAY;

const zone = (() => {
  try { return new Intl.DateTimeFormat(locale, { timeZone: data.zone }).resolvedOptions().timeZone; } catch { return "UTC"; }
})();

const clockParts = new Intl.DateTimeFormat("en-US", {
  timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
});

// Minutes by which clocks of the zone are ahead of UTC.
function offsetAt(minute) {
  const told = Object.fromEntries(clockParts.formatToParts(minute * MINUTE_MS).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(told.year, told.month - 1, told.day, told.hour, told.minute) / MINUTE_MS - minute;
}

// When clocks were put forward or back within a stretch: [[from, offset], ...].
function changesOf(start, end) {
  const changes = [[-Infinity, offsetAt(start)]];
  for (let at = start; at < end; at += WEEK) {
    const before = changes[changes.length - 1][1], next = Math.min(end, at + WEEK), after = offsetAt(next);
    if (after !== before) changes.push([changeBetween(at, next, before), after]);
  }
  return changes;
}

function changeBetween(start, end, before) {
  let low = start, high = end;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle; else high = middle;
  }
  return high;
}

class Clock {
  constructor(start, end) { this.changes = changesOf(start, end); }
  offset(minute) { return this.changes.findLast(([from]) => from <= minute)[1]; }
  local(minute) { return minute + this.offset(minute); }

  // The moment at which clocks show a time; one that they leave out is the moment they jump.
  moment(local) {
    const { changes } = this;
    const guess = changes.find(([, offset], i) => i + 1 === changes.length || local - offset < changes[i + 1][0]);
    return Math.max(local - guess[1], guess[0]);
  }
}

const dateWords = new Intl.DateTimeFormat(locale, { ...LATIN_DIGITS, timeZone: zone, weekday: "short", day: "numeric", month: "short", year: "numeric" });
const hourWords = new Intl.DateTimeFormat(locale, { ...LATIN_DIGITS, timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const shortDates = (year) => new Intl.DateTimeFormat(locale, { ...LATIN_DIGITS, timeZone: zone, day: "numeric", month: "short", year });

function utcWords(offset) {
  const [hours, rest] = [Math.floor(Math.abs(offset) / HOUR), Math.abs(offset) % HOUR];
  return `UTC${offset ? (offset < 0 ? "−" : "+") + hours : ""}${rest ? `:${String(rest).padStart(2, "0")}` : ""}`;
}

const said = (format, minute) => format.format(minute * MINUTE_MS);

function daysWords(start, end) {
  const first = said(dateWords, start), last = said(dateWords, end - 1);
  return first === last ? first : `${first} – ${last}`;
}

// A stretch in words: whole days are days, anything else has its hours.
function stretchWords(clock, start, end) {
  if ([start, end].every((minute) => clock.local(minute) % DAY === 0)) return daysWords(start, end);
  return `${said(dateWords, start)}, ${said(hourWords, start)}–${said(hourWords, end)} ${utcWords(clock.offset(start))}`;
}

// "2024-12-04T06:00" as clocks of the zone show it, and back; null for what is none.
const writtenLocal = (local) => new Date(local * MINUTE_MS).toISOString().slice(0, 16).replace("T00:00", "");

function readLocal(text) {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return null;
  const ms = Date.parse(text.length === 10 ? `${text}T00:00Z` : `${text}Z`);
  return Number.isNaN(ms) ? null : ms / MINUTE_MS;
}
