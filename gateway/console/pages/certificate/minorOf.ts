import { parseMoney } from "@tallystick/sdk";

/** Minor units of what a person typed, or undefined while it is no amount. */
export function minorOf(text: string, currency: string): bigint | undefined {
  try {
    return parseMoney(text, currency).minor;
  } catch {
    return undefined;
  }
}
