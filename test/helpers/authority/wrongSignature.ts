import type { PartySignature } from "../../../sdk/contracts/structs.ts";
import type { Scene } from "./scene.ts";

/** A signature of somebody who is no account of the party. */
export function wrongSignature({ stranger, soon }: Scene): PartySignature {
  return { account: stranger.address, deadline: soon, epoch: 1n, signature: "0x01" };
}
