function value(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = content.length.toString(16);
  const bytes = Buffer.from(length.padStart(length.length + (length.length % 2), "0"), "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | bytes.length]), bytes, content]);
}

/** Numbers of an object identifier, each in base 128; the first two share a byte (X.690, 8.19). */
function objectId(text: string): Buffer {
  const [first = 0, second = 0, ...others] = text.split(".").map(Number);
  const bytes = [first * 40 + second];
  for (const number of others) {
    const digits = [number & 0x7f];
    for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return value(0x06, Buffer.from(bytes));
}

/** UTC time up to 2049, generalised time after it (RFC 5280, 4.1.2.5). */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, "");
  return at.getUTCFullYear() < 2050
    ? value(0x17, Buffer.from(digits.slice(2)))
    : value(0x18, Buffer.from(digits));
}

/** As much of DER (X.690) as a certificate is written in. */
export const der = {
  sequence: (...parts: readonly Uint8Array[]) => value(0x30, ...parts),
  set: (...parts: readonly Uint8Array[]) => value(0x31, ...parts),
  /** A positive number below 128. */
  smallInteger: (number: number) => value(0x02, Buffer.from([number])),
  bitString: (bytes: Uint8Array) => value(0x03, Buffer.from([0]), bytes),
  text: (text: string) => value(0x0c, Buffer.from(text, "utf8")),
  explicit: (number: number, part: Uint8Array) => value(0xa0 | number, part),
  objectId,
  time,
} as const;
