import { ProblemError } from "../errors/problemError.ts";
import { sendAnswer } from "../http/sendAnswer.ts";
import type { RouteAnswer } from "../openapi/route.ts";
import type { AskedWrite } from "./askedWrite.ts";
import type { EarlierRequest, RecordedAnswer, RequestLog } from "./requestLog.ts";
import { requestReference } from "./requestReference.ts";
import type { WriteRequest } from "./writeRequest.ts";

/** Requests that this process carries out at the moment, by member, route and key. */
export type InFlight = Set<string>;

interface Memory {
  readonly requestLog: RequestLog;
  readonly inFlight: InFlight;
}

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

async function carryOut(
  { requestLog }: Memory,
  asked: WriteRequest,
  entryOf: AskedWrite["entryOf"],
  run: (write: WriteRequest) => Promise<RouteAnswer | undefined>,
): Promise<RecordedAnswer> {
  const earlier = await requestLog.find(asked);
  if (earlier !== undefined) checkBody(earlier, asked);
  if (earlier?.answer !== undefined) {
    const headers = { ...earlier.answer.headers, "idempotency-replayed": "true" };
    return { ...earlier.answer, headers };
  }
  const write = { ...asked, isFresh: earlier === undefined };
  const answer = await run(write);
  if (answer === undefined) throw new Error("A write must answer with one document.");
  const form = sendAnswer.form(answer);
  // Pending answers and refusals are not remembered: asking again is how one learns the outcome.
  const isFinal = answer.status < 400 && answer.status !== 202;
  const { remembered = answer.body } = answer;
  const kept = sendAnswer.form({ ...answer, body: remembered });
  if (isFinal) await requestLog.answer(write, kept, answer.commit, entryOf?.(answer, write));
  return form;
}

/**
 * Carries a write out once per member, route and Idempotency-Key. A repetition gets the recorded answer with
 * `Idempotency-Replayed: true`; the same key with another body is a 422, in flight a 409 problem.
 */
export async function runOnce(
  memory: Memory,
  { memberId, route, idempotencyKey: key, body, entryOf }: AskedWrite,
  run: (write: WriteRequest) => Promise<RouteAnswer | undefined>,
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
    throw new ProblemError(
      "request-in-flight",
      "The same request is being carried out; ask again shortly.",
      { ref },
    );
  }
  memory.inFlight.add(claim);
  try {
    return await carryOut(memory, asked, entryOf, run);
  } finally {
    memory.inFlight.delete(claim);
  }
}
