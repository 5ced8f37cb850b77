import { auditReplay } from "../tally/audit/replay/auditReplay.ts";
import type { DemoResult } from "./demoResult.ts";

/** What the gateway says that its tables hold. */
type Digests = { readonly block: number; readonly digest: string };

/** Replays the demonstration's ledger as an auditor would, and compares its tables with the gateway's. */
export async function replayDemo(
  rpc: string,
  deployment: string,
  digests: Digests,
): Promise<NonNullable<DemoResult["replay"]>> {
  const began = performance.now();
  const { facts } = await auditReplay({ rpc, deployment, to: digests.block, hasReport: false });
  return {
    events: facts.range.events,
    findings: facts.findings.length,
    isEqual: facts.digests.digest === digests.digest,
    seconds: Math.round((performance.now() - began) / 100) / 10,
  };
}
