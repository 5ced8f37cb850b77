import { setTimeout } from "node:timers/promises";
import { type Batcher, createBatcher } from "../batching/createBatcher.ts";
import type { Queryable } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import {
  type AheadResult,
  type CommitResult,
  type CommitTools,
  commitDrafts,
} from "./commitDrafts.ts";
import type { Draft, OwnDraft } from "./draft.ts";

type Commit = Batcher<Draft, AheadResult>;

// Another gateway can take a nonce first now and then, not for ever.
const MAXIMUM_ATTEMPTS = 40;
// So long, at random, the loser of a race rests: two gateways in step would let the same one win each time.
const LONGEST_REST_MS = 40;
// More than this wait for one key only when its holder hangs: callers are told at once.
const MAXIMUM_WAITING = 64;

async function nextNonce(database: Queryable, sender: string): Promise<number> {
  const [row] = await database.query<{ next_nonce: bigint }>(
    "SELECT next_nonce FROM local.signer WHERE address = $1",
    [sender],
  );
  if (row === undefined) throw new Error(`Signer ${sender} has no nonce row.`);
  return Number(row.next_nonce);
}

/** One after the other per sender: each needs to know whether the nonce before it was used. */
class SenderQueues {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #waiting = new Map<string, number>();

  async run<Result>(sender: string, work: () => Promise<Result>): Promise<Result> {
    const waiting = this.#waiting.get(sender) ?? 0;
    if (waiting >= MAXIMUM_WAITING) {
      const detail = `${waiting} writes already wait for the key of account ${sender}.`;
      throw new ProblemError("signer-unreachable", detail);
    }
    this.#waiting.set(sender, waiting + 1);
    const mine = (this.#last.get(sender) ?? Promise.resolve()).then(work, work);
    this.#last.set(sender, mine);
    try {
      return await mine;
    } finally {
      this.#waiting.set(sender, (this.#waiting.get(sender) ?? 1) - 1);
      if (this.#last.get(sender) === mine) this.#last.delete(sender);
    }
  }
}

async function store(database: Queryable, commit: Commit, draft: OwnDraft): Promise<CommitResult> {
  for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt += 1) {
    const nonce = await nextNonce(database, draft.sender);
    const raw = await draft.sign(nonce);
    const result = await commit({ ...draft, signed: { nonce, raw } });
    if (result.kind !== "stale") return result;
    await setTimeout(Math.random() * LONGEST_REST_MS);
  }
  const detail = `Other gateways keep taking the nonces of account ${draft.sender}; ask again.`;
  throw new ProblemError("signer-unsettled", detail);
}

async function storeNow(commit: Commit, draft: Draft): Promise<CommitResult> {
  const result = await commit(draft);
  if (result.kind === "stale") throw new Error("Only what was signed ahead can be stale.");
  return result;
}

/**
 * Commits drafts together, and has keys that are elsewhere sign before: a signer that hangs must hold up nobody but its
 * own members. What it signed is stored only if its nonce is still next, and thrown away otherwise; nothing is sent
 * before.
 */
export function signAhead(tools: CommitTools): (draft: Draft) => Promise<CommitResult> {
  const commit = createBatcher((drafts: readonly Draft[]) => commitDrafts(tools, drafts));
  const queues = new SenderQueues();
  return (draft) =>
    draft.relayed || !draft.isRemote
      ? storeNow(commit, draft)
      : queues.run(draft.sender, () => store(tools.database, commit, draft));
}
