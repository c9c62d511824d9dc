// The bar of time under the map: how many claims each step has, a slider over it, and play.
const PLAY_MS = 700;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const bar = { timer: null, rest: null, painted: false, wanted: false, width: 0 };

// Time runs as lines of the language run: a stretch of the bar from where lines start.
const across = (x, wide = 0) => (rtl ? bar.width - x - wide : x);

function timeButton(name, sign, run) {
  return el("button", { type: "button", className: "fm-button", id: `fm-${name}`, "aria-label": t(`time.${name}`), title: t(`time.${name}`), on: { click: run } }, sign);
}

function timeChoice(name, options, chosen, take) {
  const select = el("select", { id: `fm-${name}`, on: { change: () => take(select.value) } },
    options.map((value) => el("option", { value, selected: String(value) === String(chosen) }, t(`${name}.${value}`))));
  return el("label", {}, el("span", {}, t(`time.${name}`)), select);
}

function buildTimebar() {
  const showing = el("p", { className: "fm-showing" }, el("span", { id: "fm-showing" }), " ",
    el("button", { type: "button", className: "fm-clear", id: "fm-clear", on: { click: clearAll } }, t("clear_all")));
  byId("fm-time").classList.toggle("fm-timeless", !spanned);
  if (!spanned) { byId("fm-time").replaceChildren(showing); return; }
  bar.slider = el("input", { type: "range", id: "fm-slider", min: 0, step: 1, "aria-label": t("time.slider"), on: { input: () => setStep(Number(bar.slider.value)), keydown: sliderKey } });
  // The slider ends in the middle of the first and the last bar; the bars beyond take a press too.
  bar.canvas = el("canvas", { "aria-hidden": "true", on: { click: ({ offsetX }) => setStep(Math.floor((across(offsetX) / bar.width) * stepCount())) } });
  byId("fm-time").replaceChildren(
    el("div", { className: "fm-time-head" },
      timeButton("play", "▶", play), timeButton("back", "‹", () => walk(-1)), timeButton("on", "›", () => walk(1)),
      el("strong", { id: "fm-moment" }),
      el("button", { type: "button", className: "fm-button", id: "fm-whole", on: { click: () => setStep(null) } }, t("time.whole")),
      el("span", { id: "fm-here" })),
    el("div", { className: "fm-track", id: "fm-track" }, bar.slider, bar.canvas),
    el("div", { className: "fm-time-foot" }, showing, el("div", { className: "fm-time-choices" },
      timeChoice("length", possibleLengths(), time.length, (value) => { setLength(Number(value)); momentChanged(); }),
      timeChoice("window", WINDOWS, state.window, (value) => { state.window = value; momentChanged(); }),
      timeChoice("afterwards", AFTERWARDS, state.afterwards, (value) => { state.afterwards = value; momentChanged(); }))));
  byId("fm-play").hidden = still.matches;
  new ResizeObserver(([{ contentRect }]) => { bar.width = contentRect.width; paintTime(); }).observe(byId("fm-track"));
}

// A step is painted at once, steps that come faster than frames once a frame; what is beside the
// map follows when they have come to rest.
const REST_MS = 120;

function momentChanged() {
  if (bar.painted) { bar.wanted = true; return; }
  refreshMap();
  refreshTimebar();
  clearTimeout(bar.rest);
  bar.rest = setTimeout(refreshBeside, REST_MS);
  bar.painted = true;
  requestAnimationFrame(() => {
    const again = bar.wanted;
    bar.painted = bar.wanted = false;
    if (again) momentChanged();
  });
}

function setStep(step) {
  pause();
  showStep(step);
}

function showStep(step) {
  state.moment = step === null ? null : time.edges[Math.max(0, Math.min(stepCount() - 1, step))];
  momentChanged();
}

// From the whole time one walks back into the last step and on into the first.
const stepBy = (by) => (currentStep() === null ? (by < 0 ? stepCount() - 1 : 0) : currentStep() + by);
function walk(by) { setStep(stepBy(by)); }

const KEYS = {
  ArrowLeft: () => walk(rtl ? 1 : -1), ArrowDown: () => walk(-1), ArrowRight: () => walk(rtl ? -1 : 1), ArrowUp: () => walk(1),
  PageDown: () => walk(-10), PageUp: () => walk(10), Home: () => setStep(0), End: () => setStep(stepCount() - 1), " ": () => play(),
};

function sliderKey(event) {
  if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
}

// Readers who want no motion get one step for each press.
function play() {
  if (bar.timer) { pause(); return; }
  if (still.matches) { walk(1); return; }
  showStep(currentStep() === stepCount() - 1 ? 0 : stepBy(1));
  bar.timer = setInterval(() => { if (currentStep() >= stepCount() - 1) pause(); else showStep(stepBy(1)); }, PLAY_MS);
  sayPlaying();
}

function pause() {
  if (!bar.timer) return;
  clearInterval(bar.timer);
  bar.timer = null;
  sayPlaying();
}

function sayPlaying() {
  const button = byId("fm-play"), name = t(bar.timer ? "time.pause" : "time.play");
  button.textContent = bar.timer ? "❚❚" : "▶";
  button.title = name;
  button.setAttribute("aria-label", name);
}

function momentWords() {
  const step = currentStep(), { edges } = time;
  return step === null ? daysWords(edges[0], edges[stepCount()]) : stretchWords(time.clock, edges[step], edges[step + 1]);
}

function refreshTimebar() {
  sayShowing();
  byId("fm-clear").hidden = !isFiltered();
  if (!spanned) return;
  const step = currentStep(), words = momentWords();
  byId("fm-moment").textContent = words;
  byId("fm-whole").setAttribute("aria-pressed", String(step === null));
  bar.slider.classList.toggle("fm-idle", step === null);
  bar.slider.max = stepCount() - 1;
  bar.slider.value = step ?? stepCount() - 1;
  bar.slider.setAttribute("aria-valuetext", step === null ? `${t("time.whole")}: ${words}` : words);
  for (const [name, value] of [["length", time.length], ["window", state.window], ["afterwards", state.afterwards]]) byId(`fm-${name}`).value = value;
  byId("fm-afterwards").disabled = state.window === "all";
  paintTime();
}

// How many claims are shown, how many of them are no part of the map, and how many have no date.
function sayShowing() {
  let shown = 0, off = 0, now = 0;
  for (let i = 0; i < COUNT; i += 1) {
    if (failing[i]) continue;
    shown += 1;
    if (!claimSites[i]) off += 1;
    if (isDated(i) && !ages[i]) now += 1;
  }
  const words = t("showing", { k: shown, n: COUNT }) + (off ? t("showing_listed", { n: off }) : "");
  byId("fm-showing").textContent = words;
  say(state.moment === null ? words : `${momentWords()}: ${words}`);
  if (!spanned) return;
  const told = state.moment === null ? [] : [t("claims", { n: now })];
  if (time.dateless) told.push(t("time.dateless", { n: time.dateless }));
  byId("fm-here").textContent = told.join(" · ");
}

const CHART = 40, LABELS = 16, KNOB = 16;

function paintTime() {
  const { canvas, slider, width } = bar, ratio = window.devicePixelRatio || 1;
  if (!width) return;
  const ctx = canvas.getContext("2d");
  fit(canvas, width * ratio, (CHART + LABELS) * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, CHART + LABELS);
  const each = width / stepCount();
  // The middle of the slider's knob stands over the middle of its step.
  slider.style.insetInlineStart = `${(each - KNOB) / 2}px`;
  slider.style.width = `${width - each + KNOB}px`;
  paintWindow(ctx, each, INK.wash);
  paintBars(ctx, each, width);
  paintDays(ctx, each, width, INK.soft, INK.line);
}

function windowOf(step) {
  return step === null ? [0, stepCount() - 1] : [Math.max(0, step - windowSteps(step) + 1), step];
}

function paintWindow(ctx, each, colour) {
  const [first, last] = windowOf(currentStep());
  ctx.fillStyle = colour;
  ctx.fillRect(across(first * each, (last - first + 1) * each), 0, (last - first + 1) * each, CHART);
}

// More steps than pixels share a bar, which is as high as its highest step.
function paintBars(ctx, each, width) {
  const bins = histogram(failing, ~MOMENT), count = stepCount(), slots = Math.min(count, Math.floor(width / 2)), wide = width / slots;
  const totals = bins.reduce((sum, own) => sum.map((n, i) => n + own[i]), new Float64Array(count)), most = Math.max(1, ...totals);
  const [first, last] = windowOf(currentStep()), gap = wide > 5 ? 1 : 0;
  for (let slot = 0; slot < slots; slot += 1) {
    let step = Math.floor((slot * count) / slots);
    for (let i = step; i < ((slot + 1) * count) / slots; i += 1) if (totals[i] > totals[step]) step = i;
    ctx.globalAlpha = step >= first && step <= last ? 1 : 0.3;
    let y = CHART;
    bins.forEach((own, side) => {
      const high = (own[step] / most) * (CHART - 2);
      ctx.fillStyle = data.sides[side].colour;
      ctx.fillRect(across(slot * wide, wide) + gap / 2, y - high, wide - gap, high);
      y -= high;
    });
  }
  ctx.globalAlpha = 1;
}

// Labels stand at even distances: hours where a day is wide, else days, with their years where there are
// several.
const UNITS = [3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, WEEK, 2 * WEEK, 4 * WEEK, 13 * WEEK, 52 * WEEK];
const isOfYears = spanned !== null && spanned[1] - spanned[0] > 52 * WEEK, dayWords = shortDates(isOfYears ? "numeric" : undefined), ROOM = isOfYears ? 84 : 52;
const labels = new Map();

function labelOf(minute, local) {
  if (!labels.has(minute)) labels.set(minute, (local % DAY ? hourWords : dayWords).format(minute * MINUTE_MS));
  return labels.get(minute);
}

function paintDays(ctx, each, width, soft, line) {
  ctx.fillStyle = line;
  ctx.fillRect(0, CHART, width, 1);
  ctx.font = `11px ${FONT}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  const unit = UNITS.find((minutes) => minutes >= time.length && (minutes / time.length) * each >= ROOM) || 520 * WEEK;
  const first = time.clock.local(time.edges[0]), base = unit > DAY ? first - (first % DAY) : 0;
  for (let step = 0; step < stepCount(); step += 1) {
    const local = time.clock.local(time.edges[step]);
    if ((local - base) % unit) continue;
    const words = labelOf(time.edges[step], local), half = measure(words, ctx.font) / 2;
    const x = Math.max(half, (time.length < DAY ? step : step + 0.5) * each);
    ctx.fillStyle = line;
    if (time.length < DAY) ctx.fillRect(across(step * each, 1), CHART, 1, 4);
    ctx.fillStyle = soft;
    if (x + half <= width) ctx.fillText(words, across(x), CHART + LABELS / 2 + 2);
  }
}
