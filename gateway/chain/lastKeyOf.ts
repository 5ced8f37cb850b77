import { eventKey } from "@tallystick/sdk";

/** A key above those of all events of a block and below those of the next block. */
export function lastKeyOf(block: number): string {
  return eventKey(Math.max(block, 0), 999_999, 999_999);
}
