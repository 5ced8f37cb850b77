import type { Ledger } from "../../../test/helpers/ledgerFixture.ts";
import { calldataGas } from "./calldataGas.ts";
import type { Measured } from "./measure.ts";
import { opcodePrices } from "./opcodePrices.ts";
import { ownCosts } from "./ownCosts.ts";
import { traceSteps } from "./traceSteps.ts";

export type Part = { readonly part: string; readonly gas: number };

/** What a step is for; everything else is computation. */
function purposeOf(op: string): string {
  if (op === "SLOAD") return "storage reads";
  if (op === "SSTORE") return "storage writes";
  if (op.startsWith("LOG")) return "events";
  if (/^(CALL|STATICCALL|DELEGATECALL)$/.test(op)) return "calls of other contracts";
  if (op === "KECCAK256") return "hashes";
  return "computation";
}

/** Names of the contracts by address in lower case. */
function namesOf({ deployment }: Ledger): Map<string, string> {
  return new Map(
    Object.entries(deployment.addresses).map(([name, at]) => [
      at.toLowerCase(),
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ]),
  );
}

/**
 * What each part of one transaction cost, dearest first.
 *
 * @throws when the parts don't add up to what the receipt says
 */
export async function breakdown(
  ledger: Ledger,
  to: string,
  { hash, data, gas }: Measured,
): Promise<Part[]> {
  const names = namesOf(ledger);
  const steps = await traceSteps(hash);
  const parts = new Map<string, number>([
    ["transaction", opcodePrices.transaction],
    ["calldata", calldataGas(data)],
  ]);
  for (const { op, gas: cost, contract } of ownCosts(steps, to)) {
    const part = `${names.get(contract) ?? contract}: ${purposeOf(op)}`;
    parts.set(part, (parts.get(part) ?? 0) + cost);
  }
  const refund = steps.at(-1)?.refund ?? 0;
  if (refund > 0) parts.set("refund", -refund);
  const sum = [...parts.values()].reduce((total, cost) => total + cost, 0);
  if (sum !== gas) throw new Error(`the parts of ${hash} add up to ${sum}, not to ${gas}`);
  return [...parts].map(([part, cost]) => ({ part, gas: cost })).sort((a, b) => b.gas - a.gas);
}
