/**
 * A unit's three bytes as text: `KGM`, `C62`. Custodians choose them freely, so what is no printable ASCII stays hex.
 */
export function unitText(bytes3: string): string {
  const bytes = bytes3.slice(2).match(/../g) ?? [];
  const letters = bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join("");
  const text = letters.replace(/\0+$/, "");
  return /^[!-~]+$/.test(text) ? text : bytes3;
}
