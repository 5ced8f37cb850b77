import type { Approvals } from "../approval/createApprovals.ts";
import type { Passage } from "../approval/passage.ts";
import { auditDraft } from "../audit/auditDraft.ts";
import type { Identity } from "../auth/identity.ts";
import type { StallWatch } from "../chain/createStallWatch.ts";
import type { AskedWrite } from "../idempotency/askedWrite.ts";
import type { RecordedAnswer, RequestLog } from "../idempotency/requestLog.ts";
import { type InFlight, runOnce } from "../idempotency/runOnce.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import type { WritesGate } from "../ledger/createWritesGate.ts";
import type { RawParts, Route, RouteInput, RouteRequest } from "../openapi/route.ts";
import type { Reached } from "../writePoints.ts";
import { orPending } from "./orPending.ts";
import { requestContext } from "./requestContext.ts";

/** What writes run with. */
export interface WriteRuntime {
  readonly requestLog: RequestLog;
  readonly inFlight: InFlight;
  readonly approvals: Approvals;
  readonly gate: Pick<WritesGate, "assertOpen">;
  readonly stall: Pick<StallWatch, "reason">;
  readonly reached: Reached;
}

/** A write whose sender, shape and permission were checked. */
export interface PerformedWrite {
  readonly route: Route;
  /** Path as called. */
  readonly path: string;
  readonly idempotencyKey: string;
  readonly parts: RawParts;
  readonly input: RawParts;
  readonly identity: Identity;
  readonly requestId: string;
  readonly raw: RouteInput<RouteRequest>["raw"];
}

/**
 * Carries a write out once, or keeps it for a second person. The same whether its sender stands at the door or another
 * person just agreed to it: the same key, the same reference, the same answer.
 */
export async function performWrite(
  runtime: WriteRuntime,
  { route, path, idempotencyKey, parts, input, identity, requestId, raw }: PerformedWrite,
): Promise<RecordedAnswer> {
  const { approvals } = runtime;
  const { memberId, person } = identity;
  const name = `${route.method.toUpperCase()} ${path}`;
  const began = performance.now();
  const entryOf: AskedWrite["entryOf"] = (answer, { bodyDigest, ref }) =>
    auditDraft({
      ...{ requestId, identity, bodyDigest, ref, params: input.params, status: answer.status },
      ...{ method: route.method.toUpperCase(), path: route.path, operation: route.operationId },
      ...{ answer: answer.body, milliseconds: performance.now() - began },
    });
  const asked = { memberId, route: name, idempotencyKey, body: parts.body, entryOf };
  let begun: { readonly passage: Passage; readonly write: WriteRequest } | undefined;
  try {
    const answer = await runOnce(runtime, asked, async (write) => {
      const passage = await approvals.pass({ route, parts, input, identity, write });
      if (passage.kind === "held") return passage.answer;
      begun = { passage, write };
      const context = requestContext(requestId, identity, write);
      return orPending(
        () => route.run(input, context, raw),
        () => runtime.stall.reason(),
      );
    });
    if (begun !== undefined && answer.status !== 202) {
      await approvals.settle(begun.passage, begun.write);
    }
    return answer;
  } catch (error) {
    if (begun !== undefined) await approvals.fail(begun.passage, begun.write, person, error);
    throw error;
  }
}
