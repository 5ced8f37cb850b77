import { dataSlice, toUtf8String } from "ethers";

/**
 * The unit that a contract answered. Contracts take any three characters, and reading must not fail for other ones.
 *
 * @returns the code, or the bytes as they are when they are no capitals and digits
 *
 * @example
 * import { bytes3ToUnit } from "@tallystick/sdk";
 *
 * bytes3ToUnit("0x4b474d") // => "KGM"
 * bytes3ToUnit("0x000001") // => "0x000001"
 */
export function bytes3ToUnit(bytes3: string): string {
  const plain = /^0x[4-5][0-9a-f](?:[3-5][0-9a-f]){2}$/i.test(bytes3);
  const code = plain ? toUtf8String(dataSlice(bytes3, 0, 3)) : "";
  return /^[A-Z][A-Z0-9]{2}$/.test(code) ? code : bytes3;
}
