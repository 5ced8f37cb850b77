import type { Rpc } from "../chain/rpc.ts";
import { rpcError } from "../chain/rpcError.ts";
import { type DecodeError, LedgerRefusal } from "../errors/ledgerRefusal.ts";
import { ProblemError } from "../errors/problemError.ts";

/** A call as it would be made by a transaction. */
export interface SimulatedCall {
  readonly from: string;
  readonly to: string;
  readonly data: string;
  readonly gasLimit?: bigint;
}

// What nodes say when it was the call that failed. Anything else is a trouble of the node: a limit, a missing block.
const failedCall = /gas|revert|opcode|execution|EVM error|insufficient funds|stack|halt/i;

/** A refusal as a typed error, whether or not the SDK knows its name. */
async function refusalOf(
  data: string,
  call: SimulatedCall,
  decodeError: DecodeError,
): Promise<LedgerRefusal> {
  const known = await decodeError(data, call);
  if (known !== undefined) return new LedgerRefusal(known);
  const code = data === "0x" ? "RevertedWithoutReason" : "UnknownRefusal";
  const message = `The ledger refused the call${data === "0x" ? " without a reason" : ""}.`;
  return new LedgerRefusal({ code, message, args: { data } });
}

/**
 * Runs the call from its sender on the state after `block` and changes nothing. Rejects with `LedgerRefusal` when a
 * contract refuses it, with problem `ledger-unreachable` when the node gives no answer.
 */
export async function simulateCall(
  rpc: Rpc,
  decodeError: DecodeError,
  call: SimulatedCall,
  block: number | "latest" = "latest",
): Promise<string> {
  const { from, to, data, gasLimit } = call;
  const gas = gasLimit === undefined ? {} : { gas: `0x${gasLimit.toString(16)}` };
  const tag = block === "latest" ? block : `0x${block.toString(16)}`;
  try {
    return String(await rpc.send("eth_call", [{ from, to, data, ...gas }, tag]));
  } catch (error) {
    const detail = rpcError(error);
    if (detail.data !== undefined) throw await refusalOf(detail.data, call, decodeError);
    if (detail.answered && failedCall.test(detail.message)) {
      throw new LedgerRefusal({ code: "ExecutionFailed", message: detail.message, args: {} });
    }
    const sentence = "The ledger's node does not say what the call would do; ask again.";
    throw new ProblemError("ledger-unreachable", `${sentence} ${detail.message}`);
  }
}
