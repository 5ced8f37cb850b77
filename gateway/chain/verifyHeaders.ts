import { ChainProofError, type EngineProfile, headerCodecs, headerFromRpc } from "@tallystick/sdk";
import { headerHash, type WireHeader } from "./headerHash.ts";
import type { Rpc } from "./rpc.ts";
import { UntrueAnswer } from "./untrueAnswer.ts";

function checkAvalanche(header: WireHeader): void {
  try {
    headerFromRpc(header, headerCodecs["subnet-evm"]);
  } catch (error) {
    if (!(error instanceof ChainProofError)) throw error;
    throw new UntrueAnswer(error.message, { cause: error });
  }
}

/** The same for Ethereum's own headers, quickly: thousands of them are read when a projection is built. */
function checkEthereum(header: WireHeader): void {
  const { hash, number } = header;
  if (headerHash(header) !== hash) {
    throw new UntrueAnswer(`The node's header of block ${Number(number)} does not have its hash.`);
  }
}

/**
 * The same node, whose headers are believed only when they have the hash that they state: nothing in one can be changed
 * alone, and a block of another branch can't be made up. QBFT's rule was tried on no Besu that runs: a gateway takes its
 * headers as they are, as it does where the rule is not known.
 */
export function verifyHeaders(
  rpc: Rpc,
  { headerCodec: codec }: Pick<EngineProfile, "headerCodec">,
): Rpc {
  if (codec !== "ethereum" && codec !== "subnet-evm") return rpc;
  return {
    async send(method, parameters) {
      const answer = await rpc.send(method, parameters);
      const isHeader = method === "eth_getBlockByNumber" && typeof answer === "object";
      if (!isHeader || answer === null) return answer;
      if (codec === "ethereum") checkEthereum(answer as WireHeader);
      else checkAvalanche(answer as WireHeader);
      return answer;
    },
  };
}
