/**
 * The currency that a contract answered. Contracts take any three letters, and reading must not fail for one that ISO
 * 4217 doesn't list: that is for whoever writes or computes with it.
 *
 * @returns the code, or the bytes as they are when they are no letters
 */
export function currencyCode(bytes3: string): string {
  const letters = [2, 4, 6].map((at) => Number.parseInt(bytes3.slice(at, at + 2), 16));
  const code = String.fromCharCode(...letters);
  return /^[A-Z]{3}$/.test(code) ? code : bytes3;
}
