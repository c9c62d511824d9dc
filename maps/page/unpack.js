// Reads what maps/packed/pack.py wrote: three blocks, of which the first two start with the length of their
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

// The bytes of one significance stand together. Signs stand lowest; steps are added to the last. One walk
// does all of it: until a browser has compiled a loop, each further one would take as long again.
function column(bytes, at, [, size, count, undo]) {
  if (size === 1 && !undo) return bytes.slice(at, at + count);
  const into = new Int32Array(count), signs = undo & 1, steps = undo & 2, second = at + count, third = second + count, fourth = third + count;
  for (let i = 0, last = 0; i < count; i += 1) {
    let value = bytes[at + i];
    if (size > 1) value |= bytes[second + i] << 8;
    if (size > 2) value |= (bytes[third + i] << 16) | (size > 3 ? bytes[fourth + i] << 24 : 0);
    if (signs) value = (value >>> 1) ^ -(value & 1);
    if (steps) value += last;
    into[i] = last = value;
  }
  return into;
}

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

// Texts are put together when they are asked for: numbers of one, two or four bytes are words. The first
// bytes of all stand before the others.
class Texts {
  constructor(codes, words, counts, tails) {
    this.starts = ends(counts);
    this.tails = ends(tails);
    this.codes = codes;
    this.words = new TextDecoder().decode(words).split(" ");
  }

  get length() { return this.starts.length - 1; }

  at(index) {
    const { codes, words } = this, found = [];
    let tail = this.starts[this.length] + this.tails[index];
    for (let i = this.starts[index]; i < this.starts[index + 1]; i += 1) {
      const first = codes[i];
      if (first < 160) found.push(words[first]);
      else if (first < 255) found.push(words[160 + 256 * (first - 160) + codes[tail++]]);
      else found.push(words[65536 * codes[tail++] + 256 * codes[tail++] + codes[tail++]]);
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
  later(found, "texts", () => new Texts(codes.now(), more().rest, columns["text.words"], columns["text.tails"]));
  return found;
}
