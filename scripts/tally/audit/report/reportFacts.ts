import { z } from "zod";

const hex = z.string().regex(/^0x[0-9a-f]*$/i);
const count = z.int().min(0);

/** Something that a check found, where, and what was expected there. */
const finding = z.strictObject({
  /** Stable code, for example `I1`, `receipts-root`, `view-differs`, `digest-differs`. */
  code: z.string(),
  /** One sentence in English. */
  sentence: z.string(),
  block: count.nullable(),
  transaction: hex.nullable(),
  /** Index of the log in its block. */
  log: count.nullable(),
  field: z.string().nullable(),
  expected: z.string().nullable(),
  actual: z.string().nullable(),
});

const check = z.strictObject({
  /** `header-chain`, `transactions-root`, `receipts-root`, `seals`, `views`... or an invariant: `I1` to `I10`. */
  id: z.string(),
  /** How many times it was checked; 0 with a note when it could not be. */
  checked: count,
  failed: count,
  /** Why it could not be checked or what it leaves open; null for nothing. */
  note: z.string().nullable(),
});

const tableDigest = z.strictObject({ table: z.string(), rows: count, digest: z.string() });

/**
 * What a replay knows beside its tables. Nothing in it may hang on when, where, how fast or with which interruptions it ran:
 * the same range gives the same bytes.
 */
export const reportFacts = z.strictObject({
  ledger: z.strictObject({
    chainId: z.string().regex(/^\d+$/),
    genesisHash: hex,
    contracts: z.array(z.strictObject({ name: z.string(), address: hex })),
    /** Seconds by which the ledger's civil time is ahead of UTC: `rules.utcOffset()`. */
    utcOffset: z.int(),
  }),
  range: z.strictObject({
    from: count,
    to: count,
    /** What the state at `from` stands on: nothing, or an own checkpoint of an earlier replay. */
    startsAt: z.enum(["genesis", "checkpoint"]),
    toHash: hex,
    /** Times of the blocks, seconds since 1970. */
    fromTime: count,
    toTime: count,
    blocks: count,
    transactions: count,
    events: count,
  }),
  engine: z.strictObject({
    /** Name of the engine's profile, and the kind of its consensus proof. */
    name: z.string(),
    proof: z.enum(["qbft", "checkpoint", "warp", "none"]),
    /** What that proof proves, in one sentence. */
    proves: z.string(),
    /** Validators at the first block, and each change by block; empty for an engine without. */
    validators: z.array(hex),
    changes: z.array(z.strictObject({ block: count, added: z.array(hex), removed: z.array(hex) })),
  }),
  /** Checks of blocks, proofs and views. */
  checks: z.array(check),
  invariants: z.array(check),
  /** Seed of the random positions at which views were sampled; null when none were. */
  seed: z.string().nullable(),
  findings: z.array(finding),
  /** The first mismatch, in the order of the chain. */
  firstMismatch: finding.nullable(),
  digests: z.strictObject({
    digest: z.string(),
    tables: z.array(tableDigest),
    /** A gateway that was asked for its own; null when none was. */
    against: z
      .strictObject({ gateway: z.string(), block: count, differing: z.array(z.string()) })
      .nullable(),
  }),
  /** Names of members by number, as the auditor gives them: the ledger holds salted digests alone. */
  names: z.record(z.string().regex(/^\d+$/), z.string()).optional(),
});

/** As it is before it is checked. */
export type ReportFacts = z.infer<typeof reportFacts>;
