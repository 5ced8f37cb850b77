import { randomUUID } from "node:crypto";
import type { Ledger, WriteReturnType } from "@tallystick/sdk";
import { auditDraft } from "../audit/auditDraft.ts";
import type { Identity } from "../auth/identity.ts";
import type { GatewayServices } from "../gatewayServices.ts";
import { requestContext } from "../http/requestContext.ts";
import type { RequestLog } from "../idempotency/requestLog.ts";
import { requestReference } from "../idempotency/requestReference.ts";
import type { WriteRequest } from "../idempotency/writeRequest.ts";
import { plainJson } from "../json/plainJson.ts";
import { createRequestLedger } from "../ledger/createRequestLedger.ts";

/** A write that nobody asked for. */
export interface OwnWrite {
  readonly identity: Identity;
  /** In place of method and path. */
  readonly route: string;
  /** What it is about and on which occasion: the same for every gateway that finds it due. */
  readonly occasion: string;
  /** Anchors of the audit log are no entries of it: each would need another one. */
  readonly isAudited?: false;
  readonly write: (ledger: Ledger, ref: string) => Promise<WriteReturnType>;
}

type Needs = Pick<GatewayServices, "execute" | "ledger" | "rpc">;

/** An occasion that comes again and again although it was answered would never end otherwise. */
const MOST_ANSWERED = 100;

/**
 * The first key of this occasion that was not answered. It is the first one, unless a reorganisation took the effect back
 * or the occasion comes again.
 */
async function unanswered(
  requestLog: RequestLog,
  { identity, route, occasion }: OwnWrite,
): Promise<WriteRequest> {
  const { memberId } = identity;
  for (let time = 1; time <= MOST_ANSWERED; time++) {
    const idempotencyKey = time === 1 ? occasion : `${occasion} again ${time}`;
    const reference = requestReference({ memberId, route, idempotencyKey, body: null });
    const asked = { memberId, route, idempotencyKey, ...reference, isFresh: false };
    const earlier = await requestLog.find(asked);
    if (earlier?.answer === undefined) return { ...asked, isFresh: earlier === undefined };
  }
  throw new Error(`${route}: "${occasion}" was answered ${MOST_ANSWERED} times and is still due.`);
}

/**
 * Makes a write of the gateway's own as an ordinary idempotent request of a member: gateways that find the same occasion
 * make one transaction together, and a killed one's transaction is taken up by the next.
 */
export async function actByItself(
  services: Needs,
  requestLog: RequestLog,
  own: OwnWrite,
): Promise<WriteReturnType> {
  const began = performance.now();
  const request = await unanswered(requestLog, own);
  const context = requestContext(randomUUID(), own.identity, request);
  const done = await own.write(createRequestLedger(services, context), request.ref);
  const { transactionHash } = done;
  const headers = { "content-type": "application/json; charset=utf-8" };
  const entry = auditDraft({
    ...{ requestId: context.requestId, identity: own.identity, params: { occasion: own.occasion } },
    ...{ method: "OWN", path: own.route, operation: own.route, status: 200, answer: done },
    ...{
      bodyDigest: request.bodyDigest,
      ref: request.ref,
      milliseconds: performance.now() - began,
    },
  });
  const answer = { status: 200, headers, body: plainJson({ transactionHash }) };
  await requestLog.answer(request, answer, undefined, own.isAudited === false ? undefined : entry);
  return done;
}
