// Reads what maps/pack.py wrote: base64 around deflated bytes, in them the length of a JSON head,
// the head, columns of whole numbers and the quoted texts in UTF-8.
function bytesOf(letters) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(letters);
  const binary = atob(letters), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
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

const ARRAYS = { u1: Uint8Array, u2: Uint16Array, i2: Int16Array, i4: Int32Array };

// The bytes of one significance stand together; with steps, each number is added to the last.
function column(bytes, at, [, kind, count, steps]) {
  const size = Number(kind[1]), into = new ARRAYS[kind](count);
  for (let i = 0; i < count; i += 1) {
    let value = 0;
    for (let plane = 0; plane < size; plane += 1) value |= bytes[at + plane * count + i] << (8 * plane);
    into[i] = value;
  }
  if (!steps) return into;
  const sums = new Int32Array(count);
  for (let i = 0, sum = 0; i < count; i += 1) sums[i] = sum += into[i];
  return sums;
}

async function unpack(letters) {
  const bytes = await inflated(bytesOf(letters));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const columns = {};
  let at = 4 + length;
  for (const entry of head.columns) {
    columns[entry[0]] = column(bytes, at, entry);
    at += entry[2] * Number(entry[1][1]);
  }
  return { ...head, columns, texts: bytes.slice(at) };
}
