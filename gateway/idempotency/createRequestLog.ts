import type { AuditDraft } from "../audit/auditDraft.ts";
import type { AuditTrail } from "../audit/auditTrail.ts";
import { type Batcher, createBatcher } from "../batching/createBatcher.ts";
import type { Database, Queryable } from "../database/database.ts";
import { insertRows } from "../database/insertRows.ts";
import { ProblemError } from "../errors/problemError.ts";
import type { RouteAnswer } from "../openapi/route.ts";
import type { EarlierRequest, RecordedAnswer, RequestLog } from "./requestLog.ts";
import type { WriteRequest } from "./writeRequest.ts";

interface Answered {
  readonly request: WriteRequest;
  readonly answer: RecordedAnswer;
  readonly entry: AuditDraft | undefined;
}

interface AnsweredWork extends Answered {
  readonly commit: NonNullable<RouteAnswer["commit"]>;
}

interface FoundRow {
  position: number;
  body_digest: string | null;
  answer_status: number | null;
  answer_headers: Record<string, string> | null;
  answer_body: string | null;
  chain_ref: string | null;
  held: boolean | null;
}

const findSql = `
  SELECT asked.position, request.body_digest, request.answer_status, request.answer_headers, request.answer_body,
         request.state = 'open' AND request.holder <> $2 AND EXISTS (
           SELECT 1 FROM local.lease WHERE name = 'gateway ' || request.holder AND expires_at > now()) AS held,
         (SELECT event.ref FROM projected.event
          WHERE left(event.ref, 34) = asked.ref_key AND event.ref IS NOT NULL LIMIT 1) AS chain_ref
  FROM jsonb_to_recordset($1::jsonb)
    AS asked(position int4, member_id int8, route text, idempotency_key text, ref_key text)
  LEFT JOIN local.request ON request.member_id = asked.member_id AND request.route = asked.route
    AND request.idempotency_key = asked.idempotency_key AND request.state <> 'refused'`;

const columns = {
  member_id: "int8",
  route: "text",
  idempotency_key: "text",
  body_digest: "text",
  ref: "text",
  state: "text",
  answer_status: "int4",
  answer_headers: "jsonb",
  answer_body: "text",
  answered_at: "timestamptz",
};

const answerTail = `
  ON CONFLICT (member_id, route, idempotency_key) DO UPDATE SET state = 'answered',
    body_digest = excluded.body_digest, ref = excluded.ref, answer_status = excluded.answer_status,
    answer_headers = excluded.answer_headers, answer_body = excluded.answer_body, answered_at = excluded.answered_at
  WHERE request.state = 'refused' OR (request.state = 'open' AND request.body_digest = excluded.body_digest)
  RETURNING member_id, route, idempotency_key`;

const releaseSql = `
  UPDATE local.request SET holder = NULL
  WHERE member_id = $1 AND route = $2 AND idempotency_key = $3 AND holder = $4 AND state = 'open'`;

function earlier(row: FoundRow | undefined): EarlierRequest | undefined {
  if (row?.body_digest) {
    const answer =
      row.answer_status === null
        ? undefined
        : {
            status: row.answer_status,
            headers: row.answer_headers ?? {},
            body: row.answer_body ?? "",
          };
    const isHeldElsewhere = row.held === true;
    return { bodyDigest: row.body_digest, answer, isOnChainOnly: false, isHeldElsewhere };
  }
  // The chain keeps the first 16 bytes of the body's digest in the second half of the reference.
  if (!row?.chain_ref) return undefined;
  const bodyDigest = `0x${row.chain_ref.slice(34)}`;
  return { bodyDigest, answer: undefined, isOnChainOnly: true, isHeldElsewhere: false };
}

function identityOf(request: { memberId: number; route: string; idempotencyKey: string }): string {
  return JSON.stringify([request.memberId, request.route, request.idempotencyKey]);
}

interface WrittenRow {
  member_id: bigint;
  route: string;
  idempotency_key: string;
}

async function writeAnswers(target: Queryable, answered: readonly Answered[]): Promise<boolean[]> {
  const now = new Date();
  const rows = answered.map(({ request, answer }) => ({
    member_id: request.memberId,
    route: request.route,
    idempotency_key: request.idempotencyKey,
    body_digest: request.bodyDigest,
    ref: request.ref,
    state: "answered",
    answer_status: answer.status,
    answer_headers: answer.headers,
    answer_body: answer.body,
    answered_at: now,
  }));
  const table = "local.request AS request";
  const written = await insertRows<WrittenRow>(target, table, columns, rows, answerTail);
  const identities = new Set(
    written.map((row) =>
      identityOf({
        memberId: Number(row.member_id),
        route: row.route,
        idempotencyKey: row.idempotency_key,
      }),
    ),
  );
  return answered.map(({ request }) => identities.has(identityOf(request)));
}

function createFinder(
  database: Database,
  holder: string,
): Batcher<WriteRequest, EarlierRequest | undefined> {
  return createBatcher(async (requests) => {
    const asked = requests.map((request, position) => ({
      position,
      member_id: request.memberId,
      route: request.route,
      idempotency_key: request.idempotencyKey,
      ref_key: request.ref.slice(0, 34),
    }));
    const rows = await database.query<FoundRow>(findSql, [JSON.stringify(asked), holder]);
    const byPosition = new Map(rows.map((row) => [row.position, row]));
    return requests.map((_, position) => earlier(byPosition.get(position)));
  });
}

type Audit = Pick<AuditTrail, "append">;

/** Entries of the audit log come last: the log's row stays locked until the commit. */
async function note(
  transaction: Queryable,
  audit: Audit | undefined,
  answered: readonly Answered[],
): Promise<void> {
  const entries = answered.flatMap(({ entry }) => entry ?? []);
  await audit?.append(transaction, entries);
}

/** Answers without rows of their own; concurrent ones share a transaction. */
function createRecorder(database: Database, audit: Audit | undefined): Batcher<Answered, boolean> {
  return createBatcher((answered) => {
    const isNoted = audit !== undefined && answered.some(({ entry }) => entry !== undefined);
    if (!isNoted) return writeAnswers(database, answered);
    return database.transaction(async (transaction) => {
      const written = await writeAnswers(transaction, answered);
      await note(
        transaction,
        audit,
        answered.filter((_, index) => written[index] === true),
      );
      return written;
    });
  });
}

/** Answers with rows of their own: concurrent ones share a transaction, and one that fails is alone in its next try. */
function createWorker(
  database: Database,
  audit: Audit | undefined,
  refuse: () => never,
): Batcher<AnsweredWork, void> {
  return createBatcher((works) =>
    database.transaction(async (transaction) => {
      const written = await writeAnswers(transaction, works);
      if (written.includes(false)) refuse();
      for (const { commit } of works) await commit(transaction);
      await note(transaction, audit, works);
      return works.map(() => undefined);
    }),
  );
}

/**
 * The request log over schema `local`, with its entries in the audit log; concurrent look-ups and answers share their
 * statements. `holder` is the id of this gateway among those that share the database.
 */
export function createRequestLog(database: Database, audit?: Audit, holder = ""): RequestLog {
  const find = createFinder(database, holder);
  const record = createRecorder(database, audit);
  const refuse = (): never => {
    throw new ProblemError("request-in-flight", "Another gateway carried out the same request.");
  };
  const work = createWorker(database, audit, refuse);
  return {
    find,
    async answer(request, answer, commit, entry) {
      if (commit === undefined) {
        if (!(await record({ request, answer, entry }))) refuse();
        return;
      }
      await work({ request, answer, commit, entry });
    },
    async release({ memberId, route, idempotencyKey }) {
      await database.query(releaseSql, [memberId, route, idempotencyKey, holder]);
    },
  };
}
