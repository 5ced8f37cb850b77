import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytecodeFingerprint } from "../../deploy/bytecodeFingerprint.ts";
import { forkLedger } from "../../stack/forkLedger.ts";
import type { BenchMember } from "./benchMember.ts";
import type { Child } from "./Child.ts";
import type { NodeLoaded } from "./loadNode.ts";
import { signSplits } from "./signSplits.ts";

/** What the node is sent, and how. */
export interface NodeRun {
  readonly directory: string;
  readonly members: readonly BenchMember[];
  readonly callers: number;
  readonly splits: number;
}

interface Deployment {
  readonly chainId: number;
  readonly contracts: { readonly creditCertificates: string };
}

/** Splits a second through the launcher alone: signed before, one `eth_sendRawTransaction` a request, no gateway. */
export async function measureNode(client: Child, run: NodeRun): Promise<number> {
  const { directory, members, callers, splits } = run;
  const text = await readFile(join(directory, "deployment.json"), "utf8");
  const { chainId, contracts } = JSON.parse(text) as Deployment;
  const ledger = await forkLedger({
    directory: join(directory, "ledger"),
    fingerprint: bytecodeFingerprint(),
  });
  try {
    const { url } = ledger;
    const contract = contracts.creditCertificates;
    const raws = await signSplits(members, splits, { ledgerUrl: url, contract, chainId });
    const warmUp = raws.splice(0, Math.ceil(splits / 5));
    await client.ask("loadNode", { url, raws: warmUp, callers });
    const loaded = await client.ask<NodeLoaded>("loadNode", { url, raws, callers });
    if (loaded.acknowledged !== raws.length) {
      throw new Error(`The node took ${loaded.acknowledged} of ${raws.length} splits.`);
    }
    return Math.round(loaded.acknowledged / loaded.seconds);
  } finally {
    await ledger.close();
  }
}
