import type { Request, Response } from "express";
import type { z } from "zod";
import type { Permission } from "../auth/permission.ts";
import type { Scope } from "../auth/scopes.ts";
import type { Queryable } from "../database/database.ts";
import type { RequestContext } from "../http/requestContext.ts";
import type { Stake } from "./stake.ts";

/** HTTP methods that routes use; all but `get` are writes. */
export type RouteMethod = "get" | "post" | "put" | "patch" | "delete";

/** Schemas of a request's parts. Path parameters and queries arrive as text. */
export interface RouteRequest {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
}

/** One answer that a route gives; problems are declared for every route by the registry. */
export interface RouteResponse {
  readonly description: string;
  /** Schema of the JSON body as sent: integers of any size are decimal strings there. */
  readonly body?: z.ZodType;
  /** The same can be had as CSV. */
  readonly isTable?: true;
  /** Media type of a body that is not JSON, for instance `text/csv`. */
  readonly contentType?: string;
}

/** What a handler answers. `bigint` and `Date` in the body become decimal strings and RFC 3339. */
export interface RouteAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the body holds a secret that is shown once: the body without it, which is stored and answers repetitions. */
  readonly remembered?: unknown;
  /**
   * For writes that live in schema `local` alone: runs in the transaction that records the answer, so that the request
   * has one effect however often it is sent. Database writes of a handler belong here and nowhere else.
   */
  readonly commit?: (transaction: Queryable) => Promise<void>;
}

type Field<Parts extends RouteRequest, Name extends keyof RouteRequest> =
  Parts extends Readonly<Record<Name, infer Schema extends z.ZodType>>
    ? z.output<Schema>
    : undefined;

/** What a handler gets: the request's validated parts and who asks. */
export interface RouteInput<Parts extends RouteRequest> {
  readonly params: Field<Parts, "params">;
  readonly query: Field<Parts, "query">;
  readonly body: Field<Parts, "body">;
  readonly context: RequestContext;
  /** For answers that are no single document, such as event streams; the handler then answers `undefined`. */
  readonly raw: { readonly request: Request; readonly response: Response };
}

/** A route as its file declares it. */
export interface RouteDefinition<Parts extends RouteRequest> {
  readonly method: RouteMethod;
  /** Express path with named parameters, for instance `/v1/certificates/:certificateId`. */
  readonly path: string;
  /** Verb and noun, unique, for instance `splitCertificate`. */
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly permission: Permission;
  /** What the sign-in must be good for; `read` for reads and `write` for writes unless the route says otherwise. */
  readonly scope?: Scope;
  readonly request?: Parts;
  readonly responses: Readonly<Record<number, RouteResponse>>;
  /**
   * Writes take an Idempotency-Key unless this is false, which is only right where a repetition is harmless: it changes
   * nothing that anybody relies on.
   */
  readonly idempotent?: false;
  /** The answer holds a secret for who asked alone: agreed to by another person, it is carried out when that one asks again. */
  readonly isShownOnce?: true;
  /** For reads that are not of one block: streams, how the gateway is, and what says by itself which block it is of. */
  readonly live?: true;
  /** What a write moves, for rules that ask for a second person above an amount; undefined when it can't be told. */
  readonly amountOf?: (
    input: Pick<RouteInput<Parts>, "params" | "body">,
  ) => Stake | undefined | Promise<Stake | undefined>;
  readonly handler: (input: RouteInput<Parts>) => Promise<RouteAnswer | undefined>;
}

/** Untyped parts of a request, before validation. */
export interface RawParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** A declared route, its types erased so that all of them fit in one list. */
export interface Route extends Omit<RouteDefinition<RouteRequest>, "handler" | "amountOf"> {
  /** Validates; throws `ZodError` with paths that begin with `params`, `query` or `body`. */
  parse(parts: RawParts): RawParts;
  /** What parsed parts move; undefined when the route can't tell. */
  stakeOf(parts: RawParts): Promise<Stake | undefined>;
  run(
    parts: RawParts,
    context: RequestContext,
    raw: RouteInput<RouteRequest>["raw"],
  ): Promise<RouteAnswer | undefined>;
}
