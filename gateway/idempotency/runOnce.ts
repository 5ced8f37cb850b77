import { ProblemError } from "../errors/problemError.ts";
import { sendAnswer } from "../http/sendAnswer.ts";
import type { WritesGate } from "../ledger/createWritesGate.ts";
import type { RouteAnswer } from "../openapi/route.ts";
import type { Reached } from "../writePoints.ts";
import type { AskedWrite } from "./askedWrite.ts";
import type { EarlierRequest, RecordedAnswer, RequestLog } from "./requestLog.ts";
import { requestReference } from "./requestReference.ts";
import type { WriteProgress, WriteRequest } from "./writeRequest.ts";

/** Requests that this process carries out at the moment, by member, route and key. */
export type InFlight = Set<string>;

interface Memory {
  readonly requestLog: RequestLog;
  readonly inFlight: InFlight;
  readonly gate: Pick<WritesGate, "assertOpen">;
  readonly reached: Reached;
}

type Run = (write: WriteRequest) => Promise<RouteAnswer | undefined>;

/** When only the chain remembers, half of the digest is known. */
function isSameBody(earlier: EarlierRequest, bodyDigest: string): boolean {
  return bodyDigest.startsWith(earlier.bodyDigest);
}

function checkBody(earlier: EarlierRequest, write: WriteRequest): void {
  if (isSameBody(earlier, write.bodyDigest)) return;
  throw new ProblemError(
    "idempotency-key-reused",
    "This Idempotency-Key named a request with another body. Use a new key for a new request.",
    { ref: write.ref },
  );
}

function inFlightProblem(ref: string): ProblemError {
  const detail = "The same request is being carried out; ask again shortly.";
  return new ProblemError("request-in-flight", detail, { ref });
}

function replayed(answer: RecordedAnswer): RecordedAnswer {
  return { ...answer, headers: { ...answer.headers, "idempotency-replayed": "true" } };
}

/** Runs the handler and remembers its answer, unless it is no final one. */
async function attempt(
  { requestLog, reached }: Memory,
  write: WriteRequest & { readonly progress: WriteProgress },
  entryOf: AskedWrite["entryOf"],
  run: Run,
): Promise<RecordedAnswer> {
  let isRecorded = false;
  try {
    const answer = await run(write);
    if (answer === undefined) throw new Error("A write must answer with one document.");
    const form = sendAnswer.form(answer);
    // Pending answers and refusals are not remembered: asking again is how one learns the outcome.
    const isFinal = answer.status < 400 && answer.status !== 202;
    if (!isFinal) return form;
    const { remembered = answer.body } = answer;
    const kept = sendAnswer.form({ ...answer, body: remembered });
    reached("before-answer-recorded");
    await requestLog.answer(write, kept, answer.commit, entryOf?.(answer, write));
    isRecorded = true;
    reached("answer-recorded");
    return form;
  } finally {
    // Whoever is asked next may go on with what was stored.
    if (!isRecorded && write.progress.made > 0) await requestLog.release(write).catch(() => {});
  }
}

async function carryOut(
  memory: Memory,
  asked: WriteRequest,
  entryOf: AskedWrite["entryOf"],
  run: Run,
): Promise<RecordedAnswer> {
  const { requestLog, gate, reached } = memory;
  const earlier = await requestLog.find(asked);
  reached("request-looked-up");
  if (earlier !== undefined) checkBody(earlier, asked);
  if (earlier?.answer !== undefined) return replayed(earlier.answer);
  if (earlier?.isHeldElsewhere) throw inFlightProblem(asked.ref);
  gate.assertOpen();
  const progress = { made: 0, found: 0 };
  const write = { ...asked, isFresh: earlier === undefined, progress };
  const answer = await attempt(memory, write, entryOf, run);
  // The first answer is lost with the database; this one tells of the same effect.
  const isOld = earlier?.isOnChainOnly !== false && progress.found > 0 && progress.made === 0;
  return isOld ? replayed(answer) : answer;
}

/**
 * Carries a write out once per member, route and Idempotency-Key. A repetition gets the recorded answer with
 * `Idempotency-Replayed: true`; the same key with another body is a 422, in flight a 409 problem.
 */
export async function runOnce(
  memory: Memory,
  { memberId, route, idempotencyKey: key, body, entryOf }: AskedWrite,
  run: Run,
): Promise<RecordedAnswer> {
  const { ref, bodyDigest } = requestReference({ memberId, route, idempotencyKey: key, body });
  const asked: WriteRequest = {
    memberId,
    route,
    idempotencyKey: key,
    bodyDigest,
    ref,
    isFresh: false,
  };
  const claim = JSON.stringify([memberId, route, key]);
  if (memory.inFlight.has(claim)) {
    throw inFlightProblem(ref);
  }
  memory.reached("request-received");
  memory.inFlight.add(claim);
  try {
    return await carryOut(memory, asked, entryOf, run);
  } finally {
    memory.inFlight.delete(claim);
  }
}
