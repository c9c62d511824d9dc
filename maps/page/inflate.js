// Inflates raw deflate data (RFC 1951) where the browser cannot do it itself.
const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const OFFSETS = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

// Canonical Huffman codes: how many there are of each length, and their symbols in order.
function codesOf(lengths) {
  const counts = new Uint16Array(16), offsets = new Uint16Array(16), symbols = new Uint16Array(lengths.length);
  for (const length of lengths) counts[length] += 1;
  counts[0] = 0;
  for (let length = 1; length < 16; length += 1) offsets[length] = offsets[length - 1] + counts[length - 1];
  lengths.forEach((length, symbol) => { if (length) { symbols[offsets[length]] = symbol; offsets[length] += 1; } });
  return { counts, symbols };
}

const FIXED = [
  codesOf([...Array(144).fill(8), ...Array(112).fill(9), ...Array(24).fill(7), ...Array(8).fill(8)]),
  codesOf(Array(30).fill(5)),
];

class Bits {
  constructor(bytes) { this.bytes = bytes; this.at = 0; this.held = 0; this.count = 0; }

  take(number) {
    while (this.count < number) {
      if (this.at >= this.bytes.length) throw new Error("the data of this page is cut off");
      this.held |= this.bytes[this.at] << this.count;
      this.at += 1;
      this.count += 8;
    }
    const taken = this.held & ((1 << number) - 1);
    this.held >>>= number;
    this.count -= number;
    return taken;
  }

  symbol({ counts, symbols }) {
    let code = 0, first = 0, index = 0;
    for (let length = 1; length < 16; length += 1) {
      code |= this.take(1);
      if (code - first < counts[length]) return symbols[index + code - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw new Error("the data of this page is damaged");
  }

  word() {
    this.held = this.count = 0;
    this.at += 2;
    return this.bytes[this.at - 2] | (this.bytes[this.at - 1] << 8);
  }
}

class Output {
  constructor(size) { this.bytes = new Uint8Array(size); this.length = 0; }

  room(more) {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(2 * (this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  put(byte) { this.room(1); this.bytes[this.length] = byte; this.length += 1; }

  append(part) { this.room(part.length); this.bytes.set(part, this.length); this.length += part.length; }

  repeat(back, count) {
    this.room(count);
    for (let end = this.length + count; this.length < end; this.length += 1) this.bytes[this.length] = this.bytes[this.length - back];
  }
}

function dynamicCodes(bits) {
  const literals = bits.take(5) + 257, offsets = bits.take(5) + 1, given = bits.take(4) + 4, lengths = [];
  const order = new Uint8Array(19);
  for (let i = 0; i < given; i += 1) order[CODE_ORDER[i]] = bits.take(3);
  const codes = codesOf([...order]);
  while (lengths.length < literals + offsets) {
    const symbol = bits.symbol(codes);
    if (symbol < 16) lengths.push(symbol);
    else {
      const [value, times] = symbol === 16 ? [lengths[lengths.length - 1], 3 + bits.take(2)] : [0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)];
      for (let i = 0; i < times; i += 1) lengths.push(value);
    }
  }
  return [codesOf(lengths.slice(0, literals)), codesOf(lengths.slice(literals))];
}

function inflateBlock(bits, output, [literals, offsets]) {
  for (;;) {
    const symbol = bits.symbol(literals);
    if (symbol === 256) return;
    if (symbol < 256) output.put(symbol);
    else {
      const count = LENGTHS[symbol - 257] + bits.take(LENGTH_BITS[symbol - 257]), code = bits.symbol(offsets);
      output.repeat(OFFSETS[code] + bits.take(Math.max(0, (code >> 1) - 1)), count);
    }
  }
}

function inflate(bytes) {
  const bits = new Bits(bytes), output = new Output(4 * bytes.length);
  for (let last = 0; !last;) {
    last = bits.take(1);
    const kind = bits.take(2);
    if (kind === 0) {
      const length = bits.word();
      bits.at += 2;
      output.append(bytes.subarray(bits.at, bits.at + length));
      bits.at += length;
    } else inflateBlock(bits, output, kind === 1 ? FIXED : dynamicCodes(bits));
  }
  return output.bytes.subarray(0, output.length);
}
