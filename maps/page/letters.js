// The data of the page as bytes: letters that maps/letters.py wrote, and what they are inflated to.
// It is asked for as soon as the letters have come, while the browser still reads the other scripts.
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
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

window.frontmap.bytes = (async () => inflated(bytesOf(document.getElementById("fm-data").textContent)))();
// What fails is said by the page's own script, which asks for the bytes.
window.frontmap.bytes.catch(() => {});
