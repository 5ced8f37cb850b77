import { RpcRefusal } from "../rpcRefusal.ts";

/** Limits, missing resources and internal errors of nodes. */
const troubleCodes = [-32_005, -32_004, -32_002, -32_001, -32_603];
const trouble =
  /unavailable|time[d ]*out|busy|rate|overload|sync|not ready|closing|not found|missing|unknown block|unfinalized|pruned/i;

/** Whether a node's refusal of a read is about itself, so that another node may well answer. */
export function isOwnTrouble(error: unknown): boolean {
  if (!(error instanceof RpcRefusal)) return false;
  if (error.code === 3 || typeof error.data === "string") return false;
  return troubleCodes.includes(error.code) || trouble.test(error.message);
}
