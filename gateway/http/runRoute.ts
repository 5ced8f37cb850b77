import type { Request, RequestHandler, Response } from "express";
import type { AuditTrail } from "../audit/auditTrail.ts";
import { RequestAudit } from "../audit/requestAudit.ts";
import type { Authenticator } from "../auth/authenticator.ts";
import { checkOrigin } from "../auth/checkOrigin.ts";
import { checkPermission } from "../auth/checkPermission.ts";
import type { Identity } from "../auth/identity.ts";
import type { Permission, PolicyInput } from "../auth/permission.ts";
import type { SecurityLog } from "../auth/securityLog.ts";
import { ProblemError } from "../errors/problemError.ts";
import { countRequests } from "../metrics/countRequests.ts";
import type { GatewayMetrics } from "../metrics/gatewayMetrics.ts";
import type { Route } from "../openapi/route.ts";
import { scopeOf } from "../openapi/scopeOf.ts";
import type { Projector } from "../projection/projector.ts";
import type { MemberBudget } from "./createMemberBudget.ts";
import type { ReadAtBlock } from "./createReadAtBlock.ts";
import { idempotencyKey } from "./idempotencyKey.ts";
import { orPending } from "./orPending.ts";
import { performWrite, type WriteRuntime } from "./performWrite.ts";
import { requestContext } from "./requestContext.ts";
import { requestId } from "./requestId.ts";
import { requestParts } from "./requestParts.ts";
import { sendAnswer } from "./sendAnswer.ts";

/** What every route runs with. */
export interface RouteRuntime extends WriteRuntime {
  readonly audit: AuditTrail;
  readonly metrics: GatewayMetrics;
  /** Writes that each member may still ask for. */
  readonly writeBudget: MemberBudget;
  readonly authenticators: readonly Authenticator[];
  /** Hears of every refusal for want of identity or permission. */
  readonly security: Pick<SecurityLog, "record">;
  readonly projector: Pick<Projector, "status" | "waitForBlock">;
  readonly readAtBlock: ReadAtBlock;
}

async function authenticate(
  runtime: RouteRuntime,
  request: Request,
): Promise<Identity | undefined> {
  for (const authenticator of runtime.authenticators) {
    const identity = await authenticator(request);
    if (identity !== undefined) return identity;
  }
  return undefined;
}

async function stillSignedIn(
  runtime: RouteRuntime,
  request: Request,
): Promise<Identity | undefined> {
  try {
    return await authenticate(runtime, request);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

/** Public routes need no sign-in, so they need no scope. */
function checkScope(route: Route, identity: Identity | undefined): void {
  if (identity === undefined || route.permission === "public") return;
  const needed = scopeOf(route);
  if (identity.scopes.includes(needed)) return;
  const given = identity.scopes.join(", ");
  throw new ProblemError(
    "scope-missing",
    `This needs scope ${needed}; your sign-in has ${given === "" ? "none" : given}.`,
  );
}

/** Policies look at validated input, so they wait for it; a missing sign-in and wrong roles are told before. */
async function checkEarly(permission: Permission, identity: Identity | undefined): Promise<void> {
  const isPolicy = typeof permission === "object" && "policy" in permission;
  const nothing = { params: undefined, query: undefined, body: undefined };
  await checkPermission(isPolicy ? "member" : permission, identity, nothing);
}

async function checkLate(
  permission: Permission,
  identity: Identity | undefined,
  input: PolicyInput,
) {
  if (typeof permission === "object" && "policy" in permission) {
    await checkPermission(permission, identity, input);
  }
}

/** While everything is projected again, what has no row may well exist, and its members may well be members. */
function checkComplete({ projector }: RouteRuntime): void {
  const { isComplete, blockNumber, headNumber } = projector.status();
  if (isComplete) return;
  const detail = `The ledger is being read from its beginning: block ${blockNumber} of ${headNumber}.`;
  throw new ProblemError("projection-behind", detail, {
    block: headNumber,
    retryAfterSeconds: 1,
  });
}

function stamped(response: Response, block: number): Response {
  return response.set("x-ledger-block", String(Math.max(block, 0)));
}

/** Counted before the body is looked at: what is refused costs too. */
function takeWrite({ writeBudget, metrics }: RouteRuntime, { memberId }: Identity): void {
  try {
    writeBudget.take(memberId, 1);
  } catch (error) {
    metrics.limited.inc({ limit: "writes" });
    throw error;
  }
}

async function serve(
  runtime: RouteRuntime,
  route: Route,
  request: Request,
  response: Response,
  audit: RequestAudit,
) {
  const isAboutGateway = route.live === true && route.permission === "public";
  if (!isAboutGateway) checkComplete(runtime);
  const identity = isAboutGateway ? undefined : await authenticate(runtime, request);
  audit.identified(identity);
  response.locals["identity"] = identity;
  await checkEarly(route.permission, identity);
  checkScope(route, identity);
  if (route.method !== "get" && identity !== undefined && identity.by !== "bearer")
    checkOrigin(request);
  if (route.method !== "get" && identity !== undefined) takeWrite(runtime, identity);
  const parts = requestParts(route, request);
  const input = route.parse(parts);
  await checkLate(route.permission, identity, input);
  if (parts.atLeastBlock !== undefined) await runtime.projector.waitForBlock(parts.atLeastBlock);
  const id = requestId(response);
  const raw = { request, response };
  if (route.method === "get" && route.live !== true) {
    const { block, result } = await runtime.readAtBlock((at) =>
      route.run(input, requestContext(id, identity, undefined, at), raw),
    );
    if (result !== undefined) sendAnswer.to(stamped(response, block), sendAnswer.form(result));
    return;
  }
  if (route.method === "get" || route.idempotent === false) {
    const { blockNumber } = runtime.projector.status();
    const now = () => stillSignedIn(runtime, request);
    const context = requestContext(id, identity, undefined, Math.max(blockNumber, 0), now);
    stamped(response, blockNumber);
    const answer = await orPending(
      () => route.run(input, context, raw),
      () => runtime.stall.reason(),
    );
    if (answer === undefined) return;
    const form = sendAnswer.form(answer);
    if (route.method !== "get") await audit.answering(form, answer.body);
    sendAnswer.to(response, form);
    return;
  }
  const answer = await performWrite(runtime, {
    route,
    path: `${request.baseUrl}${request.path}`,
    idempotencyKey: idempotencyKey(request),
    parts,
    input,
    identity: requestContext(id, identity, undefined).member(),
    requestId: id,
    raw,
  });
  await audit.answering(answer);
  // Read afterwards: what was written is in every read from this block on.
  sendAnswer.to(stamped(response, runtime.projector.status().blockNumber), answer);
  runtime.reached("answer-sent");
}

const denials: readonly number[] = [401, 403];

function recordDenial(
  { security }: RouteRuntime,
  { operationId: operation }: Route,
  request: Request,
  response: Response,
  error: unknown,
): void {
  if (!(error instanceof ProblemError) || !denials.includes(error.status)) return;
  const { memberId, person }: Partial<Identity> = response.locals["identity"] ?? {};
  const who = { memberId, person, address: request.ip };
  const asked = { operation, requestId: requestId(response) };
  security.record({ kind: "denied", reason: error.code, ...who, ...asked });
}

/** The Express handler of a route: who, whether, what, once, answer. Errors go to the error handler. */
export function runRoute(runtime: RouteRuntime, route: Route): RequestHandler {
  return (request, response, next) => {
    countRequests(runtime.metrics, route.operationId, response);
    const audit = new RequestAudit(runtime.audit, route, request, response);
    serve(runtime, route, request, response, audit).catch((error: unknown) => {
      recordDenial(runtime, route, request, response, error);
      next(error);
    });
  };
}
