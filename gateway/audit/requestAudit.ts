import type { Request, Response } from "express";
import type { Identity } from "../auth/identity.ts";
import { requestId } from "../http/requestId.ts";
import type { RecordedAnswer } from "../idempotency/requestLog.ts";
import type { Route } from "../openapi/route.ts";
import { auditDraft } from "./auditDraft.ts";
import type { AuditTrail } from "./auditTrail.ts";
import { confidentialReads } from "./confidentialReads.ts";

/** Sees to it that a request has its entry, whichever way it ends. */
export class RequestAudit {
  readonly #trail: AuditTrail;
  readonly #route: Route;
  readonly #response: Response;
  readonly #began = performance.now();
  #identity: Identity | undefined;
  #params: unknown;
  #done = false;

  constructor(trail: AuditTrail, route: Route, request: Request, response: Response) {
    this.#trail = trail;
    this.#route = route;
    this.#response = response;
    this.#params = request.params;
    response.once("close", () => this.#ended());
  }

  identified(identity: Identity | undefined): void {
    this.#identity = identity;
  }

  /** An answer to a write that is about to be given. Resolves when its entry is kept, wherever that is. */
  async answering({ status, headers }: RecordedAnswer, body?: unknown): Promise<void> {
    // Replayed answers have their entry, and this one is told on the way out.
    if (headers["idempotency-replayed"] !== undefined) return;
    const isKeptWithAnswer = this.#route.idempotent !== false && status !== 202 && status < 400;
    this.#done = true;
    if (!isKeptWithAnswer) await this.#trail.now(this.#draft(status, undefined, body));
  }

  #draft(status: number, code: string | undefined, answer?: unknown) {
    const { method, path, operationId } = this.#route;
    return auditDraft({
      requestId: requestId(this.#response),
      identity: this.#identity,
      method: method.toUpperCase(),
      path,
      operation: operationId,
      params: this.#params,
      status,
      code,
      answer,
      milliseconds: performance.now() - this.#began,
    });
  }

  #ended(): void {
    if (this.#done) return;
    const { statusCode, locals } = this.#response;
    const { method, operationId } = this.#route;
    const isDenied = statusCode === 401 || statusCode === 403;
    if (method === "get" && !isDenied && !confidentialReads.has(operationId)) return;
    const isReplayed = this.#response.getHeader("idempotency-replayed") !== undefined;
    const code: unknown = isReplayed ? "replayed" : locals["problemCode"];
    this.#trail.later(this.#draft(statusCode, typeof code === "string" ? code : undefined));
  }
}
