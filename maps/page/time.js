// Time in steps. A claim with a date is shown in every step that its interval touches, paler in the
// steps after it; one without a date is shown at every time.
const starts = columns["claim.start"], stops = stopsOf(starts, columns["claim.length"]);
const claimSites = columns["claim.site"], claimSides = columns["claim.side"];

function stopsOf(from, lengths) {
  const into = new Int32Array(COUNT);
  for (let i = 0; i < COUNT; i += 1) into[i] = from[i] + lengths[i];
  return into;
}

const isDated = (i) => starts[i] !== 0 || stops[i] !== 0;

function datelessCount() {
  let count = 0;
  for (let i = 0; i < COUNT; i += 1) if (!isDated(i)) count += 1;
  return count;
}

const lastMinute = (i) => Math.max(starts[i], stops[i] - 1);

const STEP_LENGTHS = [HOUR, 6 * HOUR, DAY, WEEK], MOST_STEPS = 2000, EASY_STEPS = 100;
const WINDOWS = ["all", "day", "step"], AFTERWARDS = ["fade", "keep", "hide"];
// For so many steps claims fade out after the window.
const FADING = 4;
const ALWAYS = 2 ** 30, MONDAY = 4 * DAY;

const time = { length: 0, clock: null, edges: null, first: new Int32Array(COUNT), last: new Int32Array(COUNT), dateless: datelessCount() };
// How far each claim lies back: 0 of this step, 1 earlier, 2 long ago.
const ages = new Uint8Array(COUNT);

// The stretch of what is drawn: a stale date of a claim that is only listed would stretch it.
function stretch() {
  let start = Infinity, end = -Infinity;
  for (const drawn of [true, false]) {
    for (let i = 0; i < COUNT; i += 1) {
      if (!isDated(i) || (drawn && !claimSites[i])) continue;
      start = Math.min(start, starts[i]);
      end = Math.max(end, lastMinute(i) + 1);
    }
    if (start < end) break;
  }
  return start < end ? [start, end] : null;
}

const spanned = stretch();

// No finer than most claims are dated, and few enough steps to walk through.
function easiestLength() {
  const lengths = new Int32Array(COUNT);
  let dated = 0;
  for (let i = 0; i < COUNT; i += 1) if (isDated(i)) lengths[dated++] = stops[i] - starts[i];
  const middle = lengths.subarray(0, dated).sort()[dated >> 1];
  return STEP_LENGTHS.find((length) => (spanned[1] - spanned[0]) / length <= EASY_STEPS && length >= Math.min(DAY, middle)) || WEEK;
}

const possibleLengths = () => STEP_LENGTHS.filter((length) => length === WEEK || (spanned[1] - spanned[0]) / length <= MOST_STEPS);

function edgesOf(clock, length) {
  const base = length === WEEK ? MONDAY : 0, [start, end] = spanned, edges = [];
  for (let local = Math.floor((clock.local(start) - base) / length) * length + base; ; local += length) {
    const minute = clock.moment(local);
    if (!edges.length || minute > edges[edges.length - 1]) edges.push(minute);
    if (minute >= end) return Int32Array.from(edges);
  }
}

// Steps are of one length but for days on which clocks are turned, so it lies near the one counted.
function stepOf(minute) {
  const { edges, length } = time, most = edges.length - 2;
  let step = Math.max(0, Math.min(most, Math.floor((minute - edges[0]) / length)));
  while (step > 0 && edges[step] > minute) step -= 1;
  while (step < most && edges[step + 1] <= minute) step += 1;
  return step;
}

function setLength(length) {
  if (length === time.length) return;
  time.clock ||= new Clock(...spanned);
  time.length = length;
  time.edges = edgesOf(time.clock, length);
  for (let i = 0; i < COUNT; i += 1) {
    time.first[i] = isDated(i) ? stepOf(starts[i]) : 0;
    time.last[i] = isDated(i) ? stepOf(lastMinute(i)) : ALWAYS;
  }
}

if (spanned) setLength(easiestLength());
const usualLength = time.length;

const stepCount = () => time.edges.length - 1;
const currentStep = () => (state.moment === null ? null : stepOf(state.moment));

// Steps from the first of the window up to the current one.
function windowSteps(step) {
  if (state.window === "all") return ALWAYS;
  return state.window === "step" ? 1 : step - stepOf(time.edges[step + 1] - DAY) + 1;
}

// Marks what the moment leaves out with a bit, and writes how far back all other claims lie.
function markMoment(failing, bit) {
  const step = currentStep();
  if (step === null) { ages.fill(0); return; }
  const within = windowSteps(step), reach = { fade: within + FADING, keep: ALWAYS, hide: within }[state.afterwards];
  const near = (within === ALWAYS ? 1 : within) + FADING / 2, { first, last } = time;
  for (let i = 0; i < COUNT; i += 1) {
    const back = step - last[i];
    if (first[i] > step || back >= reach) failing[i] |= bit;
    ages[i] = back <= 0 ? 0 : back < near ? 1 : 2;
  }
}

// Claims in the order of time, those without a date at the end.
const inTime = lazily(() => {
  const keys = new Float64Array(COUNT);
  for (let i = 0; i < COUNT; i += 1) keys[i] = (isDated(i) ? starts[i] : 2 ** 31) * 2 ** 20 + i;
  return Array.from(keys.sort(), (key) => claims[((key % 2 ** 20) + 2 ** 20) % 2 ** 20]);
});

// How many claims of each side every step has, of those that pass all other filters.
function histogram(failing, other) {
  const bins = data.sides.map(() => new Int32Array(stepCount() + 1));
  for (let i = 0; i < COUNT; i += 1) {
    if ((failing[i] & other) || !isDated(i)) continue;
    const own = bins[claimSides[i]];
    own[time.first[i]] += 1;
    own[time.last[i] + 1] -= 1;
  }
  for (const own of bins) for (let i = 1; i < own.length; i += 1) own[i] += own[i - 1];
  return bins;
}
