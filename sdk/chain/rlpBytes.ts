/** What RLP encodes: bytes, or a list of such. */
export type RlpItem = Uint8Array | readonly RlpItem[];

function lengthOf(item: RlpItem): number {
  if (item instanceof Uint8Array) {
    return item.length === 1 && (item[0] ?? 0) < 0x80 ? 1 : headLength(item.length) + item.length;
  }
  const length = payloadLength(item);
  return headLength(length) + length;
}

function payloadLength(items: readonly RlpItem[]): number {
  let length = 0;
  for (const item of items) length += lengthOf(item);
  return length;
}

function headLength(length: number): number {
  if (length < 56) return 1;
  return length < 0x100 ? 2 : length < 0x1_0000 ? 3 : length < 0x100_0000 ? 4 : 5;
}

function writeHead(into: Uint8Array, at: number, base: number, length: number): number {
  const bytes = headLength(length) - 1;
  if (bytes === 0) {
    into[at] = base + length;
    return at + 1;
  }
  into[at] = base + 55 + bytes;
  for (let index = bytes; index > 0; index -= 1) {
    into[at + index] = Math.floor(length / 256 ** (bytes - index)) & 0xff;
  }
  return at + 1 + bytes;
}

function write(into: Uint8Array, at: number, item: RlpItem): number {
  if (item instanceof Uint8Array) {
    const single = item.length === 1 && (item[0] ?? 0) < 0x80;
    const start = single ? at : writeHead(into, at, 0x80, item.length);
    into.set(item, start);
    return start + item.length;
  }
  let end = writeHead(into, at, 0xc0, payloadLength(item));
  for (const child of item) end = write(into, end, child);
  return end;
}

/** RLP over bytes, written once into one array: blocks with many logs are hashed by the thousand. */
export function rlpBytes(item: RlpItem): Uint8Array {
  const bytes = new Uint8Array(lengthOf(item));
  write(bytes, 0, item);
  return bytes;
}
