import { z } from "zod";
import { describePermission } from "../auth/describePermission.ts";
import { type AnswerHeader, answerHeaders } from "./answerHeaders.ts";
import { openApiPath } from "./openApiPath.ts";
import { pendingResponse } from "./pendingResponse.ts";
import { problemSchema } from "./problemSchema.ts";
import type { Route, RouteResponse } from "./route.ts";
import { scopeOf } from "./scopeOf.ts";

type Json = Record<string, unknown>;

/** Title and version that the document states. */
export interface DocumentInfo {
  readonly title: string;
  readonly version: string;
}

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

function parameters(schema: z.ZodType | undefined, place: "path" | "query"): Json[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: property,
  }));
}

function headerParameters(route: Route): Json[] {
  if (route.method !== "get") {
    if (route.idempotent === false) return [];
    const description =
      "Names the request: repeated with the same body it is answered, not carried out, again.";
    const schema = { type: "string", minLength: 1, maxLength: 255 };
    return [{ name: "Idempotency-Key", in: "header", required: true, description, schema }];
  }
  const description = "Waits until this block is projected, so that one's own write is seen.";
  const schema = { type: "integer", minimum: 0 };
  return [{ name: "atLeastBlock", in: "query", required: false, description, schema }];
}

function headersOf(declared: readonly AnswerHeader[]): Json {
  const entries = declared.map(({ name, description, required, schema }) => {
    return [name, { description, required, schema: jsonSchema(schema, "output") }];
  });
  return Object.fromEntries(entries);
}

function response(declared: RouteResponse, stated: readonly AnswerHeader[]): Json {
  const { description: text, body, contentType = "application/json", isTable } = declared;
  const description = { description: text, headers: headersOf(stated) };
  if (body === undefined && contentType === "application/json") return description;
  const schema = body === undefined ? { type: "string" } : jsonSchema(body, "output");
  const table = isTable ? { "text/csv": { schema: { type: "string" } } } : {};
  return { ...description, content: { [contentType]: { schema }, ...table } };
}

function operation(route: Route): Json {
  const declared = { ...pendingResponse(route), ...route.responses };
  const responses = Object.entries(declared).map(([status, each]) => {
    return [status, response(each, answerHeaders.of(route, Number(status)))];
  });
  const { description, request } = route;
  const body =
    request?.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: jsonSchema(request.body, "input") } },
          },
        };
  return {
    operationId: route.operationId,
    summary: route.summary,
    ...(description === undefined ? {} : { description }),
    tags: [route.path.split("/")[2] ?? "system"],
    parameters: [
      ...parameters(request?.params, "path"),
      ...parameters(request?.query, "query"),
      ...headerParameters(route),
    ],
    ...body,
    responses: {
      ...Object.fromEntries(responses),
      default: { $ref: "#/components/responses/Problem" },
    },
    security: route.permission === "public" ? [] : [{ bearer: [] }, { cookie: [] }],
    "x-permission": describePermission(route.permission),
    ...(route.permission === "public" ? {} : { "x-scope": scopeOf(route) }),
  };
}

const components = {
  schemas: { Problem: jsonSchema(problemSchema, "output") },
  responses: {
    Problem: {
      description: "RFC 9457 problem with a stable code",
      headers: headersOf(answerHeaders.ofProblem),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
  securitySchemes: {
    bearer: { type: "http", scheme: "bearer" },
    cookie: { type: "apiKey", in: "cookie", name: "tallystick_session" },
  },
};

/** The OpenAPI 3.1 document of all routes. Two routes of one operation id, or of one method and path, are refused. */
export function openApiDocument(routes: readonly Route[], info: DocumentInfo): Json {
  const paths: Record<string, Json> = {};
  const operationIds = new Set<string>();
  for (const route of routes) {
    const path = openApiPath(route.path);
    const operations = paths[path] ?? {};
    paths[path] = operations;
    if (operationIds.has(route.operationId) || route.method in operations) {
      throw new Error(`Route ${route.operationId} (${route.method} ${path}) is declared twice.`);
    }
    operationIds.add(route.operationId);
    operations[route.method] = operation(route);
  }
  return { openapi: "3.1.0", info, servers: [{ url: "/" }], paths, components };
}
