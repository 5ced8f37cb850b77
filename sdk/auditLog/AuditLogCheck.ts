import { verifyTypedData } from "ethers";
import { AuditTree } from "./AuditTree.ts";
import type { SignedAuditCheckpoint } from "./auditCheckpoint.ts";
import { auditCheckpointTypedData } from "./auditCheckpointTypedData.ts";
import type { HashedAuditEntry } from "./auditEntry.ts";
import { auditEntryHash } from "./auditEntryHash.ts";
import { auditLogStart } from "./auditLogStart.ts";

/** A statement about the log that nobody can take back: a root on the ledger and how many entries it covers. */
export type AuditAnchor = { readonly size: number; readonly root: string };

/** What is wrong with a log, and where. */
export type AuditFault = {
  readonly kind:
    | "missing"
    | "changed"
    | "unchained"
    | "checkpoint"
    | "signature"
    | "anchor"
    | "cut-off";
  /** The first entry that is wrong, or the number of entries that a wrong checkpoint or anchor covers. */
  readonly sequence: number;
  readonly sentence: string;
};

/** What a log is held against. */
export type AuditLogCheckParameters = {
  readonly chainId: number;
  readonly log: string;
  readonly checkpoints: readonly SignedAuditCheckpoint[];
  /** Found on the ledger, not told by the gateway. */
  readonly anchors: readonly AuditAnchor[];
};

/**
 * Checks an audit log entry by entry, without keeping any: the chain of hashes, each checkpoint's root and signature, and
 * what was anchored. `add` and `finish` answer the first fault.
 *
 * @example
 * import { AuditLogCheck } from "@tallystick/sdk";
 *
 * const check = new AuditLogCheck({ chainId: 1, log: "log", checkpoints: [], anchors: [{ size: 1, root: "0x" }] });
 * check.finish()?.kind // => "cut-off"
 */
export class AuditLogCheck {
  readonly #parameters: AuditLogCheckParameters;
  readonly #tree = new AuditTree();
  #previous: string;

  constructor(parameters: AuditLogCheckParameters) {
    this.#parameters = parameters;
    this.#previous = auditLogStart(parameters.log);
  }

  get size(): number {
    return this.#tree.size;
  }

  add({ hash, ...entry }: HashedAuditEntry): AuditFault | undefined {
    const sequence = this.#tree.size;
    if (entry.sequence !== sequence) {
      const sentence = `Entry ${sequence} is missing: entry ${entry.sequence} stands in its place.`;
      return { kind: "missing", sequence, sentence };
    }
    if (auditEntryHash(entry) !== hash) {
      const sentence = `Entry ${sequence} is not what its hash was made of: it was changed.`;
      return { kind: "changed", sequence, sentence };
    }
    if (entry.previous !== this.#previous) {
      const sentence = `Entry ${sequence} does not follow the one before it: one of them was replaced.`;
      return { kind: "unchained", sequence, sentence };
    }
    this.#previous = hash;
    this.#tree.add(hash);
    return this.#stated();
  }

  /** After the last entry: what was stated of more entries than there are. */
  finish(): AuditFault | undefined {
    const { size } = this;
    const beyond = [...this.#parameters.checkpoints, ...this.#parameters.anchors]
      .map((stated) => stated.size)
      .filter((stated) => stated > size);
    if (beyond.length === 0) return undefined;
    const sentence = `The log ends before entry ${size}, but ${Math.max(...beyond)} entries were stated: it was cut off.`;
    return { kind: "cut-off", sequence: size, sentence };
  }

  #stated(): AuditFault | undefined {
    const { size } = this;
    const { chainId, checkpoints, anchors } = this.#parameters;
    const anchored = anchors.filter((anchor) => anchor.size === size);
    const stated = checkpoints.filter((checkpoint) => checkpoint.size === size);
    if (anchored.length + stated.length === 0) return undefined;
    const root = this.#tree.root();
    if (anchored.some((anchor) => anchor.root.toLowerCase() !== root)) {
      const sentence = `The first ${size} entries are not those whose root lies on the ledger.`;
      return { kind: "anchor", sequence: size, sentence };
    }
    for (const checkpoint of stated) {
      if (checkpoint.root !== root) {
        const sentence = `The first ${size} entries are not those of their checkpoint.`;
        return { kind: "checkpoint", sequence: size, sentence };
      }
      const { domain, types, value } = auditCheckpointTypedData(chainId, checkpoint);
      const signer = verifyTypedData(domain, types, value, checkpoint.signature);
      if (signer.toLowerCase() !== checkpoint.account.toLowerCase()) {
        const sentence = `The checkpoint of ${size} entries was not signed by ${checkpoint.account}.`;
        return { kind: "signature", sequence: size, sentence };
      }
    }
    return undefined;
  }
}
