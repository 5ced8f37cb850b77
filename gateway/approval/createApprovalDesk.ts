import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { checkPermission } from "../auth/checkPermission.ts";
import type { Identity } from "../auth/identity.ts";
import type { MemberDirectory } from "../auth/memberDirectory.ts";
import type { Database } from "../database/database.ts";
import { ProblemError } from "../errors/problemError.ts";
import { refusalOf } from "../errors/refusalOf.ts";
import { performWrite, type WriteRuntime } from "../http/performWrite.ts";
import type { RecordedAnswer } from "../idempotency/requestLog.ts";
import { plainJson } from "../json/plainJson.ts";
import type { RawParts, Route } from "../openapi/route.ts";
import { createPeriodicWorker } from "../workers/createPeriodicWorker.ts";
import type { Worker } from "../workers/worker.ts";
import { type ApprovalRow, approvalRow } from "./approvalRow.ts";

/** What the desk works with. */
export interface ApprovalDeskOptions {
  readonly database: Database;
  readonly runtime: WriteRuntime;
  readonly routes: readonly Route[];
  readonly directory: MemberDirectory;
  readonly logger: Pick<Logger, "warn">;
}

/** Carries out what was agreed to. */
export interface ApprovalDesk {
  /** Nothing when the write isn't agreed to; a refusal is stored beside it, other errors are thrown. */
  carryOut(row: ApprovalRow): Promise<void>;
  /** Whether who asked carries it out itself, by asking again: its answer is for nobody else. */
  isLeft(row: Pick<ApprovalRow, "operation_id">): boolean;
  /** Carries out what a gateway that died left agreed and not done. */
  readonly worker: Worker;
}

const EVERY_MS = 5_000;

// Who agreed waits for the result, so the worker leaves it the first moments; after a day people look at it.
const unfinishedSql = `
  SELECT ${approvalRow.columns} FROM local.approval
  WHERE state = 'approved' AND decided_at BETWEEN now() - interval '1 day' AND now() - interval '5 seconds'
  ORDER BY decided_at LIMIT 100`;

/** A stored write has no connection; only reads and sign-ins look at theirs, and neither is ever stored. */
const noConnection = {
  get request(): never {
    throw new Error("A stored write has no request.");
  },
  get response(): never {
    throw new Error("A stored write has no response.");
  },
};

async function identityOf(directory: MemberDirectory, row: ApprovalRow): Promise<Identity> {
  const member = await directory.find(Number(row.member_id));
  if (member === undefined) throw new ProblemError("not-permitted", "The member is gone.");
  const { memberId, account, name, roles } = member;
  const { asked_by: person, asked_scopes: scopes } = row;
  return { memberId, account, name, roles, person, scopes, by: "bearer" };
}

function storedParts(row: ApprovalRow): RawParts {
  const body = row.body === "null" ? undefined : (JSON.parse(row.body) as unknown);
  return { params: row.params, query: {}, body };
}

async function perform(options: ApprovalDeskOptions, row: ApprovalRow): Promise<RecordedAnswer> {
  const { runtime, routes, directory } = options;
  const route = routes.find(({ operationId }) => operationId === row.operation_id);
  if (route === undefined) throw new ProblemError("not-found", "The operation no longer exists.");
  const identity = await identityOf(directory, row);
  const parts = storedParts(row);
  const input = route.parse(parts);
  await checkPermission(route.permission, identity, input);
  const path = row.route.slice(row.route.indexOf(" ") + 1);
  const { idempotency_key: idempotencyKey } = row;
  const asked = { route, path, idempotencyKey, parts, input, identity };
  return performWrite(runtime, { ...asked, requestId: randomUUID(), raw: noConnection });
}

async function conclude(database: Database, row: ApprovalRow, state: string, problem: unknown) {
  await database.query(
    `UPDATE local.approval SET state = $2, problem = $3::jsonb
     WHERE approval_id = $1 AND state = 'approved'`,
    [row.approval_id, state, problem === null ? null : plainJson(problem)],
  );
}

/** The desk over the stored writes of all members. */
export function createApprovalDesk(options: ApprovalDeskOptions): ApprovalDesk {
  const { database, runtime, routes, logger } = options;
  const isLeft = ({ operation_id }: Pick<ApprovalRow, "operation_id">): boolean =>
    routes.some(({ operationId, isShownOnce }) => isShownOnce && operationId === operation_id);
  const carryOut = async (row: ApprovalRow): Promise<void> => {
    if (row.state !== "approved" || isLeft(row)) return;
    try {
      const { status } = await perform(options, row);
      // What is stored and waits for its block is finished by the worker's next round.
      if (status !== 202) await conclude(database, row, "done", null);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal === undefined) throw error;
      await conclude(database, row, "refused", refusal);
    } finally {
      runtime.approvals.book.forget(Number(row.member_id));
    }
  };
  const worker = createPeriodicWorker({
    name: "approvals",
    everyMs: EVERY_MS,
    database,
    logger,
    async run() {
      for (const row of await database.query<ApprovalRow>(unfinishedSql)) {
        await carryOut(row).catch((error: unknown) => {
          const { approval_id: approval } = row;
          logger.warn({ err: error, approval }, "approvals: carried out again in the next round");
        });
      }
    },
  });
  return { carryOut, isLeft, worker };
}
