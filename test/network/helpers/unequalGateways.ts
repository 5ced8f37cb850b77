import { auditReplay } from "../../../scripts/tally/audit/replay/auditReplay.ts";
import { signIn } from "../../gateway/helpers/signIn.ts";
import type { LiveNetwork } from "./liveNetwork.ts";

/** Replays the ledger from genesis up to where each gateway stands; answers how many gateways have other tables. */
export async function unequalGateways({ state }: LiveNetwork): Promise<number> {
  let unequal = 0;
  for (const { url } of state.gateways) {
    const operator = await signIn(url, "1");
    const { body: digests } = await operator.get("/v1/projection/digests");
    const { facts } = await auditReplay({
      rpc: state.validators[0]?.rpcUrl ?? "",
      deployment: state.deploymentFile,
      to: Number(digests["block"]),
      hasReport: false,
    });
    // A story told on the ledger counts goods that are missing: a fact that is marked, and no mismatch.
    const { firstMismatch: found } = facts;
    if (found !== null) console.error(`      ${found.code}: ${found.sentence}`);
    if (found !== null || facts.digests.digest !== digests["digest"]) unequal += 1;
  }
  return unequal;
}
