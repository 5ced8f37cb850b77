/**
 * The names in a bit set, from the lowest bit. Bits without a name are left out.
 *
 * @example
 * import { memberRoles, namesIn } from "@tallystick/sdk";
 *
 * namesIn(memberRoles, 5n) // => ["obligor", "financier"]
 */
export function namesIn<Name extends string>(
  names: readonly Name[],
  bits: number | bigint,
): readonly Name[] {
  const set = BigInt(bits);
  return names.filter((_, index) => (set & (1n << BigInt(index))) !== 0n);
}
