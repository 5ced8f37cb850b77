import {
  type AuditAnchor,
  type AuditFault,
  AuditLogCheck,
  type HashedAuditEntry,
  type SignedAuditCheckpoint,
} from "@tallystick/sdk";
import { z } from "zod";
import { anchoredRoots } from "./anchoredRoots.ts";
import { readGateway } from "./readGateway.ts";

/** What to check, and against what. */
export type AuditLogVerifyOptions = {
  readonly gateway: string;
  readonly rpc?: string;
  /** The ledger's contract, for who does not take it from the gateway. */
  readonly anchors?: string;
};

/** What came of it. */
export type AuditLogVerification = {
  readonly log: string | null;
  readonly entries: number;
  readonly checkpoints: number;
  /** Null when no node was asked. */
  readonly anchors: number | null;
  readonly fault: AuditFault | null;
};

const entries = z.looseObject({
  items: z.array(z.unknown()),
  isWhole: z.boolean(),
  next: z.int().nullable(),
});
const checkpoints = z.looseObject({
  log: z.string().nullable(),
  chainId: z.int(),
  documentAnchors: z.string().nullable(),
  items: z.array(z.looseObject({ size: z.int(), member: z.int() })),
  next: z.int().nullable(),
});

const PAGE = 500;
const OWN_ALONE =
  "The gateway shows this member its own entries alone: sign in as an auditor, regulator or legal.";

async function page(gateway: string, path: string): Promise<unknown> {
  const { body, refusal } = await readGateway(gateway, path);
  if (refusal !== undefined) throw new Error(refusal.message);
  return body;
}

async function readCheckpoints(gateway: string) {
  const found: SignedAuditCheckpoint[] = [];
  for (let after = 0; ; ) {
    const path = `/v1/audit-log/checkpoints?limit=${PAGE}&after=${after}`;
    const read = checkpoints.parse(await page(gateway, path));
    const { log, chainId, documentAnchors, items, next } = read;
    for (const item of items) found.push({ ...item, log } as unknown as SignedAuditCheckpoint);
    if (next === null) return { log, chainId, documentAnchors, found };
    after = next;
  }
}

async function* readEntries(gateway: string): AsyncGenerator<HashedAuditEntry> {
  for (let from = 0; ; ) {
    const read = entries.parse(await page(gateway, `/v1/audit-log?limit=${PAGE}&from=${from}`));
    if (!read.isWhole) throw new Error(OWN_ALONE);
    // Whatever else stands in an entry changes its hash, so its shape needs no check of its own.
    yield* read.items as HashedAuditEntry[];
    if (read.next === null) return;
    from = read.next;
  }
}

/**
 * Recomputes a gateway's whole audit log: the chain of hashes, the checkpoints' roots and signatures, and, with a node of
 * one's own, what was anchored on the ledger. Stops at the first entry that is wrong.
 */
export async function auditLogVerify(
  options: AuditLogVerifyOptions,
): Promise<AuditLogVerification> {
  const { gateway, rpc } = options;
  const { log, chainId, documentAnchors, found } = await readCheckpoints(gateway);
  const address = options.anchors ?? documentAnchors;
  let anchors: AuditAnchor[] | undefined;
  if (rpc !== undefined && log !== null && address !== null) {
    const members = [...new Set(found.map(({ member }) => member))];
    anchors = await anchoredRoots({ rpc, chainId, documentAnchors: address, log, members });
  }
  const stated = { chainId, log: log ?? "", checkpoints: found, anchors: anchors ?? [] };
  const check = new AuditLogCheck(stated);
  let fault: AuditFault | undefined;
  for await (const entry of readEntries(gateway)) {
    fault = check.add(entry);
    if (fault !== undefined) break;
  }
  fault ??= check.finish();
  return {
    log,
    entries: check.size,
    checkpoints: found.length,
    anchors: anchors?.length ?? null,
    fault: fault ?? null,
  };
}
