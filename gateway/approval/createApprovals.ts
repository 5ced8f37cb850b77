import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { refusalOf } from "../errors/refusalOf.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import { plainJson } from "../json/plainJson.ts";
import { approvalNeed } from "./approvalNeed.ts";
import { type ApprovalRow, approvalRow } from "./approvalRow.ts";
import { beganBefore, type TraceSources } from "./beganBefore.ts";
import { countAlone } from "./countAlone.ts";
import { createRuleBook, type RuleBook } from "./createRuleBook.ts";
import { decidingOperations } from "./decidingOperations.ts";
import { guardedOperations } from "./guardedOperations.ts";
import { holdWrite } from "./holdWrite.ts";
import type { AskedPassage, Passage } from "./passage.ts";
import type { ApprovalRule } from "./readApprovalRules.ts";

/** Second persons: which writes wait for them, and what became of those that did. */
export interface Approvals {
  readonly book: RuleBook;
  /** Asked once per write, before its handler runs. Rejects when the write had been turned down. */
  pass(asked: AskedPassage): Promise<Passage>;
  /** The write ended well. */
  settle(passage: Passage, write: WriteRequest): Promise<void>;
  /** The write ended with an error; a refusal is final, anything else may be tried again. */
  fail(passage: Passage, write: WriteRequest, person: string, error: unknown): Promise<void>;
}

/** What approvals work with. */
export interface ApprovalOptions extends TraceSources {
  readonly database: Database;
}

const sentences = {
  rejected: "Another person said no to it",
  withdrawn: "It was taken back before anybody agreed",
  expired: "Nobody agreed in time",
  refused: "It was agreed to, and refused when it was carried out",
  done: "It was carried out",
} as const;

const free: Passage = { kind: "free" };

function held(row: ApprovalRow): Passage {
  const { approval_id: approval } = row;
  const headers = { location: `/v1/approvals/${approval}` };
  return {
    kind: "held",
    answer: { status: 202, headers, body: { state: "awaiting-approval", approval } },
  };
}

function passageOf(row: ApprovalRow, write: WriteRequest): Passage {
  if (row.body_digest !== write.bodyDigest) {
    throw new ProblemError(
      "idempotency-key-reused",
      "This Idempotency-Key named a request with another body. Use a new key for a new request.",
      { ref: write.ref },
    );
  }
  const { approval_id: approval, state, reason, problem } = row;
  if (state === "waiting") return held(row);
  if (state === "approved") return { kind: "approved", approval };
  const said = reason === null || reason === "" ? "" : `: ${reason}`;
  const sentence = `${sentences[state]}${said}. Ask again with a new Idempotency-Key.`;
  throw new ProblemError("approval-ended", sentence, { state, approval, problem });
}

class DatabaseApprovals implements Approvals {
  readonly book: RuleBook;
  readonly #options: ApprovalOptions;

  constructor(options: ApprovalOptions) {
    this.#options = options;
    this.book = createRuleBook(options.database);
  }

  async pass(asked: AskedPassage): Promise<Passage> {
    const { route, write } = asked;
    const { operationId } = route;
    if (decidingOperations.has(operationId)) return free;
    // What decides about people must not slip through while a rule of another gateway isn't noticed yet.
    if (guardedOperations.has(route)) this.book.forget(write.memberId);
    const { rules, hasOpen } = await this.book.of(write.memberId);
    if (rules.length === 0 && !hasOpen) return free;
    const row = await approvalRow.ofWrite(this.#options.database, write);
    if (row !== undefined) return passageOf(row, write);
    const covering = rules.filter((rule) => approvalNeed.covers(rule, operationId));
    const guarded = approvalNeed.guarded(rules, route);
    if (covering.length === 0 && guarded === undefined) return free;
    if (await beganBefore(this.#options, write)) return free;
    return this.#weigh(asked, covering, guarded);
  }

  async #weigh(
    asked: AskedPassage,
    covering: readonly ApprovalRule[],
    guarded: ReturnType<typeof approvalNeed.guarded>,
  ): Promise<Passage> {
    const { route, input, identity, write } = asked;
    const { database } = this.#options;
    const stake = await route.stakeOf(input);
    const sums = stake === undefined ? undefined : approvalNeed.sumsOf(stake);
    const strict: ApprovalRule[] = [];
    for (const rule of covering) {
      const isFree = rule.period === "request" && approvalNeed.isWithin(rule, sums);
      if (!isFree && !(await this.#fitsDay(rule, sums, asked))) strict.push(rule);
    }
    const need = guarded ?? approvalNeed.of(strict);
    if (need === undefined) return { kind: "free", counted: true };
    await countAlone.remove(database, write.ref, identity.person);
    await holdWrite(database, asked, need, stake);
    this.book.forget(write.memberId);
    const row = await approvalRow.ofWrite(database, write);
    if (row === undefined) throw new Error("A held write must be stored.");
    return passageOf(row, write);
  }

  async #fitsDay(
    rule: ApprovalRule,
    sums: ReturnType<typeof approvalNeed.sumsOf> | undefined,
    { identity, write }: AskedPassage,
  ): Promise<boolean> {
    if (rule.period !== "day" || sums === undefined || !approvalNeed.isWithin(rule, sums)) {
      return false;
    }
    const { person } = identity;
    return countAlone.add(this.#options.database, rule, { person, ref: write.ref, sums });
  }

  async settle(passage: Passage, { memberId }: WriteRequest): Promise<void> {
    if (passage.kind !== "approved") return;
    await this.#end(passage.approval, "done", null);
    this.book.forget(memberId);
  }

  async fail(passage: Passage, { memberId, ref }: WriteRequest, person: string, error: unknown) {
    const refusal = refusalOf(error);
    if (refusal === undefined || passage.kind === "held") return;
    if (passage.kind === "approved") {
      await this.#end(passage.approval, "refused", plainJson(refusal));
      this.book.forget(memberId);
    } else if (passage.counted) {
      await countAlone.remove(this.#options.database, ref, person);
    }
  }

  async #end(approval: string, state: "done" | "refused", problem: string | null): Promise<void> {
    await this.#options.database.query(
      `UPDATE local.approval SET state = $2, problem = $3::jsonb
       WHERE approval_id = $1 AND state = 'approved'`,
      [approval, state, problem],
    );
  }
}

/** Rules, waiting writes and decisions over schema `local`. */
export function createApprovals(options: ApprovalOptions): Approvals {
  return new DatabaseApprovals(options);
}
