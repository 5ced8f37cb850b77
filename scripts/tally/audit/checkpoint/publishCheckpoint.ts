import { readFile } from "node:fs/promises";
import {
  ConsensusError,
  readCheckpoint,
  type SignedCheckpoint,
  signCheckpoint,
} from "@tallystick/sdk";
import { Wallet } from "ethers";
import { writeDurably } from "../../../ledger/writeDurably.ts";
import { AuditFailure } from "./AuditFailure.ts";
import { type DigestSource, statedDigests } from "./statedDigests.ts";
import { withNode } from "./withNode.ts";

export type PublishCheckpointOptions = DigestSource & {
  /** The auditor's own node. */
  readonly rpc: string;
  /** Number of the block; that of the digests, or the newest final one, by default. */
  readonly block?: string;
  readonly name: string;
  readonly keystore: string;
  readonly passphraseFile: string;
  readonly out?: string;
};

async function walletOf({ keystore, passphraseFile }: PublishCheckpointOptions) {
  try {
    const [passphrase = ""] = (await readFile(passphraseFile, "utf8")).split(/\r?\n/);
    return await Wallet.fromEncryptedJson(await readFile(keystore, "utf8"), passphrase);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AuditFailure(`The keystore can't be opened: ${reason}.`, { cause });
  }
}

function blockOf({ block }: PublishCheckpointOptions): number | undefined {
  if (block === undefined) return undefined;
  const number = Number(block);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new AuditFailure(`${block} is no number of a block.`);
}

/**
 * Signs what the auditor's node has at a block, with the digests of its state where they are given. Digests of another
 * block than the node's are a finding, and nothing is signed.
 */
export async function publishCheckpoint(
  options: PublishCheckpointOptions,
): Promise<SignedCheckpoint> {
  const stated = await statedDigests(options);
  const asked = blockOf(options) ?? stated?.block;
  return withNode(options.rpc, async (node) => {
    const { number, hash, stateRoot } = await node.header(asked);
    if (stated !== undefined && (stated.block !== Number(number) || stated.blockHash !== hash)) {
      const sentence = `The digests are of block ${stated.block} ${stated.blockHash}, but the node has block ${number} ${hash}.`;
      throw new ConsensusError("checkpoint-ledger-differs", sentence);
    }
    const signed = await signCheckpoint(await walletOf(options), {
      ...{ chainId: node.chainId, genesisHash: node.genesis.hash },
      ...{ block: Number(number), blockHash: hash, stateRoot },
      ...{ digest: stated?.digest ?? null, tables: stated?.tables ?? [] },
      ...{ signer: options.name, at: new Date().toISOString() },
    });
    // What others would refuse is not handed out.
    readCheckpoint(signed);
    const { out } = options;
    if (out !== undefined) await writeDurably(out, `${JSON.stringify(signed, null, 2)}\n`, 0o644);
    return signed;
  });
}
