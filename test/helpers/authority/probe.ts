import { contractInterface } from "../../../scripts/deploy/contractInterface.ts";
import type { LedgerAddresses } from "../../../sdk/contracts/deployment.ts";
import { chain } from "../chain.ts";
import type { Scene } from "./scene.ts";

export type ContractName = keyof LedgerAddresses;

/** What came of a call: nothing but its effect, or an error with its arguments. */
export type Outcome = { readonly error: string; readonly args: readonly unknown[] };

/** How a call that succeeds is noted. */
export const succeeded: Outcome = { error: "succeeds", args: [] };

/** The answer that the chain's provider gives for a refused call, wherever it hides it. */
function revertDataOf(error: unknown): string {
  for (let at: unknown = error; typeof at === "object" && at !== null; ) {
    const data: unknown = Reflect.get(at, "data");
    if (typeof data === "string" && data.startsWith("0x")) return data;
    at = typeof data === "object" && data !== null ? data : Reflect.get(at, "cause");
  }
  throw error;
}

/** Calls a function as `from` would, without effect, and answers what comes of it. */
export async function probe(
  { deployment }: Scene,
  name: ContractName,
  fn: string,
  from: string,
  values: readonly unknown[],
): Promise<Outcome> {
  const to = deployment.addresses[name];
  const data = contractInterface(name).encodeFunctionData(fn, values);
  try {
    await chain.provider.request({ method: "eth_call", params: [{ from, to, data }, "latest"] });
    return succeeded;
  } catch (error) {
    const revert = revertDataOf(error);
    // The refusal may come from a contract behind the one that was called.
    for (const at of Object.keys(deployment.addresses) as ContractName[]) {
      const parsed = contractInterface(at).parseError(revert);
      if (parsed !== null) return { error: parsed.name, args: [...parsed.args] };
    }
    return { error: revert, args: [] };
  }
}
