import { rpcError } from "../chain/rpcError.ts";

/**
 * What a node's refusal of a sent transaction means. `held`: it has it; `crowded`: its pool takes no more of this signer
 * for now; `later`: nothing is said about the transaction itself; `refused`: it does not want this transaction.
 */
export interface NodeVerdict {
  readonly kind: "held" | "crowded" | "later" | "refused";
  readonly message: string;
}

const held = /already (known|imported|exists|in)|known transaction|ALREADY_KNOWN/i;
const crowded =
  /pool[ _](is )?(full|limit|overflow)|pool.*(capacity|exceed)|(sender|account).*limit|too many|limit.*(sender|account)/i;
// Nonces and prices depend on other transactions and on the node's settings; new bytes would fare no better.
const others =
  /nonce|replacement|underpriced|gas price|\bfee|insufficient funds|balance|price below/i;
const trouble =
  /unavailable|timed? ?out|timeout|busy|rate|internal|again|overload|sync|not ready|closing|died|connection|server|database|gateway/i;
/** Rate limits, missing resources and internal errors of nodes. */
const troubleCodes = [-32_005, -32_004, -32_002, -32_001, -32_603, -32_601];

function codeOf(error: unknown): number | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : 0;
  return typeof code === "number" ? code : undefined;
}

/** Reads it from the error that sending rejected with. */
export function nodeVerdict(error: unknown): NodeVerdict {
  const { message, answered } = rpcError(error);
  if (!answered) return { kind: "later", message };
  if (held.test(message)) return { kind: "held", message };
  if (crowded.test(message)) return { kind: "crowded", message };
  const isTrouble = troubleCodes.includes(codeOf(error) ?? 0) || trouble.test(message);
  if (isTrouble || others.test(message)) return { kind: "later", message };
  return { kind: "refused", message };
}
