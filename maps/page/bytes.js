// The data of the page as bytes: blocks of base64, and what each is inflated to. The first, which is all
// that a map needs to open, is asked for as soon as the letters have come, while the browser still reads
// the other scripts; what the others hold is beside the map.
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
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Block {
  constructor(letters) { this.letters = letters; this.bytes = null; this.coming = null; }

  // When the browser gets to it.
  soon() { return (this.coming ||= this.come()); }

  async come() { return this.bytes || this.keep(await inflated(bytesOf(this.letters))); }

  // At once, which takes longer.
  now() { return this.bytes || this.keep(unzipped(bytesOf(this.letters))); }

  keep(bytes) {
    this.letters = "";
    return (this.bytes ||= bytes);
  }
}

window.frontmap.blocks = document.getElementById("fm-data").textContent.split(".").map((letters) => new Block(letters));
// What fails is said by the page's own script, which asks for the bytes.
window.frontmap.blocks[0].soon().catch(() => {});
