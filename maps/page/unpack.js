// Reads what maps/pack.py wrote: the length of a JSON head, the head, columns of whole numbers, texts
// as numbers of words, and the words in UTF-8.
// The bytes of one significance stand together. Signs stand lowest; steps are added to the last.
function column(bytes, at, [, size, count, undo]) {
  if (size === 1 && !undo) return bytes.slice(at, at + count);
  const into = new Int32Array(count);
  for (let plane = 0; plane < size; plane += 1) {
    for (let i = 0, from = at + plane * count; i < count; i += 1) into[i] |= bytes[from + i] << (8 * plane);
  }
  if (undo & 1) for (let i = 0; i < count; i += 1) into[i] = (into[i] >>> 1) ^ -(into[i] & 1);
  if (undo & 2) for (let i = 1; i < count; i += 1) into[i] += into[i - 1];
  return undo || size > 2 ? into : new Uint16Array(into);
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

function unpack(bytes) {
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
