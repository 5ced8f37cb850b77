import { headerCodecOf, type QbftFollowerOptions, qbftMixHash } from "@tallystick/sdk";
import { fastRecoverSigner } from "@tallystick/sdk/node";
import { z } from "zod";
import type { AuditNode } from "./AuditNode.ts";
import type { AuditEngine } from "./auditEngine.ts";
import { sealedEngine } from "./sealedEngine.ts";
import { type SignedEngineSettings, signedEngine } from "./signedEngine.ts";
import { unsealedEngine } from "./unsealedEngine.ts";

const header = z.looseObject({ mixHash: z.string().optional() });

/** What no node answers: what the genesis file says of QBFT (its defaults without it), and whose signatures are trusted. */
export type EngineSettings = Pick<QbftFollowerOptions, "epochLength" | "blockPeriodSeconds"> & {
  /** Where validators sign on request: their pinned keys, and whom to ask. */
  readonly signed?: SignedEngineSettings;
};

/** The engine that block 0 belongs to. An engine that seals is not taken for one that doesn't: its hashes would differ. */
export async function engineOf(
  node: AuditNode,
  settings: EngineSettings = {},
): Promise<AuditEngine> {
  const [genesis, version] = await node.batch([
    ["eth_getBlockByNumber", "0x0", false],
    ["web3_clientVersion"],
  ]);
  const name = String(version).split("/")[0]?.toLowerCase() ?? "unknown";
  const isQbft = header.parse(genesis).mixHash?.toLowerCase() === qbftMixHash;
  const { signed, ...qbft } = settings;
  if (isQbft) return sealedEngine(name, { ...qbft, recover: fastRecoverSigner });
  const codec = headerCodecOf(genesis);
  if (codec.name !== "subnet-evm") return unsealedEngine(name, codec);
  // Its nodes name a version alone.
  const its = `${codec.name} ${name}`;
  return signed === undefined ? unsealedEngine(its, codec) : signedEngine(its, signed);
}
