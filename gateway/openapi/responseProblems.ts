import { openApiPath } from "./openApiPath.ts";
import { pendingResponse } from "./pendingResponse.ts";
import { problemSchema } from "./problemSchema.ts";
import type { Route } from "./route.ts";

/** An answer as a test received it. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

/** What is wrong with an answer according to the route's declaration; empty when it conforms. */
export function responseProblems(route: Route, answer: ReceivedAnswer): string[] {
  const place = `${route.method} ${openApiPath(route.path)} -> ${answer.status}`;
  const declared = { ...pendingResponse(route), ...route.responses }[answer.status];
  if (declared === undefined && answer.status < 400)
    return [`${place}: the status is not declared`];
  const isProblem = answer.contentType.startsWith("application/problem+json");
  if (declared === undefined && !isProblem)
    return [`${place}: an error that is no problem document`];
  const schema = isProblem ? problemSchema : declared?.body;
  if (schema === undefined) return [];
  const result = schema.safeParse(answer.body);
  return (result.error?.issues ?? []).map(
    ({ path, message }) => `${place}: ${path.join(".")} ${message}`,
  );
}
