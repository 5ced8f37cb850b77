import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { networkState } from "../../../scripts/network/networkState.ts";
import { evidenceExport } from "../../../scripts/tally/evidence/evidenceExport.ts";
import { evidenceVerify } from "../../../scripts/tally/evidence/evidenceVerify.ts";
import type { LiveNetwork } from "./liveNetwork.ts";
import { type StoryCertificate, storyCertificates } from "./storyCertificates.ts";

/** Whom a verifier trusts: the pinned keys, and which ledger is meant. */
async function writeTrust({ directory, state, ask }: LiveNetwork): Promise<string> {
  const read = async (file: string) => JSON.parse(await readFile(file, "utf8")) as object;
  const { contracts } = (await read(state.deploymentFile)) as { contracts: object };
  const block = (await ask(2, "eth_getBlockByNumber", ["0x0", false])) as { hash: string };
  const ledger = { chainId: state.chainId, genesis: block.hash, contracts };
  const trust = { ...(await read(join(directory, "validators.json"))), ...ledger };
  const file = join(directory, "trust.json");
  await writeFile(file, JSON.stringify(trust));
  return file;
}

/** Exports each certificate's evidence as an auditor does, verifies it without any network, and counts those not proved. */
export async function proveCertificates(
  network: LiveNetwork,
): Promise<{ certificates: number; unproved: number }> {
  const { directory, state } = network;
  const asking = networkState.read(directory).validators.filter(({ retired }) => retired !== true);
  const certificates = await storyCertificates(state.gateways[1]?.url ?? "");
  const validators = await writeTrust(network);
  const asked = {
    rpc: state.validators[1]?.rpcUrl ?? "",
    deployment: state.deploymentFile,
    validators: join(directory, "validators.json"),
    warpUrl: asking.flatMap((each) => each.warpUrl ?? []),
  };
  const isProved = async ({ certificate }: StoryCertificate): Promise<boolean> => {
    const out = join(directory, `evidence-${certificate}.json`);
    await evidenceExport(certificate, { ...asked, out });
    return (await evidenceVerify(out, { validators })).outcome === "proved";
  };
  const proved = await Promise.all(certificates.map(isProved));
  const unproved = proved.filter((each) => !each).length;
  return { certificates: certificates.length, unproved };
}
