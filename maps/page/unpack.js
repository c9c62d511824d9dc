// Reads what maps/pack.py wrote: letters for deflated bytes, in them the length of a JSON head, the
// head, columns of whole numbers, texts as numbers of words, and the words in UTF-8.
const LETTERS = [...Array(94).keys()].map((n) => String.fromCharCode(33 + n)).filter((letter) => !"\"&'<>\\`${".includes(letter));
const DIGITS = new Uint8Array(256);
LETTERS.forEach((letter, digit) => { DIGITS[letter.charCodeAt(0)] = digit; });

// Five letters are four bytes. What the last five lack counts as the highest digit.
function bytesOf(letters) {
  const codes = new TextEncoder().encode(`${letters}~~~~`), length = Math.floor((letters.length * 4) / 5), bytes = new Uint8Array(length + 4);
  for (let i = 0, at = 0; at < length; i += 5, at += 4) {
    const high = (DIGITS[codes[i]] * 85 + DIGITS[codes[i + 1]]) * 85 + DIGITS[codes[i + 2]];
    const value = (high * 85 + DIGITS[codes[i + 3]]) * 85 + DIGITS[codes[i + 4]];
    bytes[at] = value >>> 24;
    bytes[at + 1] = value >>> 16;
    bytes[at + 2] = value >>> 8;
    bytes[at + 3] = value;
  }
  return bytes.subarray(0, length);
}

// Two bytes stand before what is deflated, and a checksum (Adler-32) after it.
function unzipped(bytes) {
  const whole = inflate(bytes.subarray(2)), view = new DataView(bytes.buffer, bytes.byteOffset);
  let a = 1, b = 0;
  for (const byte of whole) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  if (b * 65536 + a !== view.getUint32(bytes.length - 4)) throw new Error("the checksum is wrong");
  return whole;
}

async function inflated(bytes) {
  if (!("DecompressionStream" in window)) return unzipped(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const arrayOf = (size, undo) => (undo || size > 2 ? Int32Array : size > 1 ? Uint16Array : Uint8Array);

// The bytes of one significance stand together. Signs stand lowest; steps are added to the last.
function column(bytes, at, [, size, count, undo]) {
  const into = new (arrayOf(size, undo))(count);
  for (let plane = 0; plane < size; plane += 1) {
    for (let i = 0, from = at + plane * count; i < count; i += 1) into[i] |= bytes[from + i] << (8 * plane);
  }
  if (undo & 1) for (let i = 0; i < count; i += 1) into[i] = (into[i] >>> 1) ^ -(into[i] & 1);
  if (undo & 2) for (let i = 1; i < count; i += 1) into[i] += into[i - 1];
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

// Texts are put together when they are asked for: numbers of one, two or four bytes are words.
class Texts {
  constructor(bytes, lengths) {
    this.ends = ends(lengths);
    this.codes = bytes.slice(0, this.ends[lengths.length]);
    this.words = new TextDecoder().decode(bytes.subarray(this.codes.length)).split(" ");
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

async function unpack(letters) {
  const bytes = await inflated(bytesOf(letters));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const columns = {};
  let at = 4 + length;
  for (const entry of head.columns) {
    const [name, size, count, , rows] = entry, values = column(bytes, at, entry);
    columns[name] = rows ? spread(values, columns[rows]) : values;
    at += size * count;
  }
  return { ...head, columns, texts: new Texts(bytes.subarray(at), columns["text.bytes"]) };
}
