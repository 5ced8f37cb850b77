import type { EngineProfile } from "@tallystick/sdk";
import { headerHash, type WireHeader } from "./headerHash.ts";
import type { Rpc } from "./rpc.ts";
import { UntrueAnswer } from "./untrueAnswer.ts";

function check(header: WireHeader): void {
  const { hash, number } = header;
  if (headerHash(header) !== hash) {
    throw new UntrueAnswer(`The node's header of block ${Number(number)} does not have its hash.`);
  }
}

/**
 * The same node, whose headers are believed only when they have the hash that they state: nothing in one can be changed
 * alone, and a block of another branch can't be made up. On engines whose rule we don't know they are taken as they are.
 */
export function verifyHeaders(rpc: Rpc, profile: Pick<EngineProfile, "headerCodec">): Rpc {
  if (profile.headerCodec !== "ethereum") return rpc;
  return {
    async send(method, parameters) {
      const answer = await rpc.send(method, parameters);
      const isHeader = method === "eth_getBlockByNumber" && typeof answer === "object";
      if (isHeader && answer !== null) check(answer as WireHeader);
      return answer;
    },
  };
}
