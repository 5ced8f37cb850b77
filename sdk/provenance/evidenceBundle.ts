import { z } from "zod";
import { checkpointForm } from "../consensus/checkpoint/checkpointForm.ts";
import { evidenceTerms } from "./evidenceTerms.ts";

const address = z.string().regex(/^0x[0-9a-f]{40}$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const signature = z.string().regex(/^0x[0-9a-f]{128}(1b|1c)$/);
const bytes = z.string().regex(/^0x([0-9a-f]{2})*$/);
const count = z.int().nonnegative();
/** Whole numbers that may exceed what JSON's numbers hold. */
const number = z.codec(
  z
    .string()
    .regex(/^(0|[1-9][0-9]*)$/)
    .max(78),
  z.bigint(),
  { decode: (text) => BigInt(text), encode: (value) => value.toString() },
);
/** Nodes of a Merkle-Patricia tree, from its root. */
const path = z.array(bytes).min(1).max(66);

/** A signature has one spelling here: otherwise bytes could be changed without changing what they mean. */
const checkpoint = checkpointForm.refine(
  (its) => /(1b|1c)$/.test(its.signature),
  "is not signed as keys sign",
);
const storage = z.strictObject({
  account: path,
  words: z.array(z.strictObject({ slot: hash, proof: z.array(bytes).max(66) })).max(1_000),
});
const signed = { account: address, deadline: number, epoch: count, signature };

/**
 * The form of a bundle, version 1. Every field is needed by the proof, so whatever is changed in it is noticed; what nobody
 * needs is refused. Unknown fields are refused, too.
 *
 * @example
 * import { evidenceBundle } from "@tallystick/sdk";
 *
 * evidenceBundle.safeParse({ format: "tallystick-evidence", version: 2 }).success // => false
 */
export const evidenceBundle = z.strictObject({
  format: z.literal("tallystick-evidence"),
  version: z.literal(1),
  chainId: count.positive(),
  /** Hash of block 0. */
  genesis: hash,
  contracts: z.strictObject({
    creditCertificates: address,
    members: address,
    receivables: address,
    liens: address,
    documentAnchors: address,
  }),
  /** Token id. */
  certificate: number,
  /** Number of the block at which everything is proved. */
  block: count,
  /** RLP of the headers that matter, and of those that tie them to what is trusted, ascending by number. */
  headers: z.array(bytes).min(1).max(2_000),
  /** What proves the headers: their own seals, checkpoints that auditors signed, here or beside the bundle, or what validators signed about them. */
  consensus: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("qbft") }),
    z.strictObject({ kind: z.literal("checkpoint"), checkpoints: z.array(checkpoint).max(100) }),
    z.strictObject({
      kind: z.literal("warp"),
      signatures: z
        .array(z.strictObject({ block: count, message: bytes }))
        .min(1)
        .max(2_000),
    }),
  ]),
  storage: z.strictObject({
    creditCertificates: storage,
    receivables: storage,
    liens: storage.nullable(),
    members: storage.nullable(),
    documentAnchors: storage.nullable(),
  }),
  signatures: z.strictObject({
    /** The obligor's, of the confirmation. */
    confirmation: z.strictObject(signed).nullable(),
    /** The creditor's, of its acceptance. */
    acceptance: z.strictObject(signed).nullable(),
    /** Recipients', each of taking the certificate that it names. */
    endorsements: z
      .array(
        z.strictObject({
          certificate: number,
          value: number,
          tradeReference: hash,
          nonce: number,
          ...signed,
        }),
      )
      .max(1_000),
  }),
  /** Opened only where a document is chosen that lies below their document root. */
  terms: evidenceTerms.nullable(),
  documents: z
    .array(z.strictObject({ root: hash, salt: hash, digest: hash, proof: z.array(hash).max(40) }))
    .max(1_000),
  receipts: z.array(z.strictObject({ block: count, index: count, proof: path })).max(1_000),
});

/** A bundle as programs have it: whole numbers as `bigint`. */
export type EvidenceBundle = z.output<typeof evidenceBundle>;
