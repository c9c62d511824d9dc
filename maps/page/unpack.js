// Reads what maps/pack.py wrote: three blocks, of which the first two start with the length of their
// part in JSON. In the first, columns of whole numbers follow; in the second the words of all texts, in
// UTF-8. The third is the texts as numbers of words. A map needs little of it to open, so the later
// blocks, each column and the texts are read when they are first asked for.
const lazily = (make) => { let made; return () => (made ||= make()); };

function later(thing, name, make) {
  Object.defineProperty(thing, name, { configurable: true, get() {
    const value = make();
    Object.defineProperty(thing, name, { value });
    return value;
  } });
}

// The bytes of one significance stand together. Signs stand lowest; steps are added to the last. Each of
// these loops is short and meets one kind of array, so that browsers soon run it fast.
function column(bytes, at, [, size, count, undo]) {
  if (size === 1 && !undo) return bytes.slice(at, at + count);
  const into = new Int32Array(count);
  for (let place = 0; place < size; place += 1) addBytes(into, bytes, at + place * count, 8 * place);
  if (undo & 1) takeSigns(into);
  if (undo & 2) addSteps(into);
  return into;
}

function addBytes(into, bytes, at, shift) { for (let i = 0; i < into.length; i += 1) into[i] |= bytes[at + i] << shift; }

function takeSigns(into) { for (let i = 0; i < into.length; i += 1) into[i] = (into[i] >>> 1) ^ -(into[i] & 1); }

function addSteps(into) { for (let i = 1; i < into.length; i += 1) into[i] += into[i - 1]; }

// A row that stands more than once is written once.
function spread(values, rows) {
  const into = new values.constructor(rows.length);
  for (let i = 0; i < rows.length; i += 1) into[i] = values[rows[i]];
  return into;
}

function ends(counts) {
  const sums = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i += 1) sums[i + 1] = sums[i] + counts[i];
  return sums;
}

// Rows in the order of their numbers, and where those of each number start and end.
function sortedBy(numbers, count) {
  const sizes = new Uint32Array(count);
  for (let row = 0; row < numbers.length; row += 1) sizes[numbers[row]] += 1;
  const stops = ends(sizes), next = stops.slice(), rows = new Uint32Array(numbers.length);
  for (let row = 0; row < numbers.length; row += 1) rows[next[numbers[row]]++] = row;
  return { stops, rows };
}

// Texts are put together when they are asked for: numbers of one, two or four bytes are words.
class Texts {
  constructor(codes, words, lengths) {
    this.ends = ends(lengths);
    this.codes = codes;
    this.words = new TextDecoder().decode(words).split(" ");
  }

  get length() { return this.ends.length - 1; }

  at(index) {
    const { codes, words } = this, found = [];
    for (let i = this.ends[index]; i < this.ends[index + 1]; i += 1) {
      const first = codes[i];
      if (first < 160) found.push(words[first]);
      else if (first < 255) found.push(words[160 + 256 * (first - 160) + codes[i += 1]]);
      else found.push(words[65536 * codes[i += 1] + 256 * codes[i += 1] + codes[i += 1]]);
    }
    return found.join(" ");
  }
}

function columnsOf(directory, bytes) {
  const columns = {};
  let at = 0;
  for (const entry of directory) {
    const [name, size, count, , rows] = entry, from = at;
    later(columns, name, () => (rows ? spread(column(bytes, from, entry), columns[rows]) : column(bytes, from, entry)));
    at += size * count;
  }
  return columns;
}

// A value in JSON, parsed when it is asked for, and the bytes after it.
function framed(bytes) {
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return { value: lazily(() => JSON.parse(new TextDecoder().decode(bytes.subarray(4, end)))), rest: bytes.subarray(end) };
}

function unpack([first, beside, codes]) {
  const { value, rest } = framed(first.now()), more = lazily(() => framed(beside.now())), head = value();
  const columns = columnsOf(head.columns, rest), found = { ...head, columns };
  for (const name of head.later) later(found, name, () => more().value()[name]);
  later(found, "texts", () => new Texts(codes.now(), more().rest, columns["text.bytes"]));
  return found;
}
