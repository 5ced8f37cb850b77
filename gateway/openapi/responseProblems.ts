import { type AnswerHeader, answerHeaders } from "./answerHeaders.ts";
import { openApiPath } from "./openApiPath.ts";
import { pendingResponse } from "./pendingResponse.ts";
import { problemSchema } from "./problemSchema.ts";
import type { Route } from "./route.ts";

/** An answer as a test received it. */
export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: unknown;
}

function headerProblems(
  declared: readonly AnswerHeader[],
  { headers }: ReceivedAnswer,
): readonly string[] {
  return declared.flatMap(({ name, required, schema }) => {
    const value = headers.get(name);
    if (value === null) return required ? [`header ${name} is missing`] : [];
    return schema.safeParse(value).success ? [] : [`header ${name} is ${value}`];
  });
}

/** What is wrong with an answer according to the route's declaration; empty when it conforms. */
export function responseProblems(route: Route, answer: ReceivedAnswer): string[] {
  const { status, body } = answer;
  const place = `${route.method} ${openApiPath(route.path)} -> ${status}`;
  const type = answer.headers.get("content-type") ?? "";
  const isProblem = type.startsWith("application/problem+json");
  const declared = { ...pendingResponse(route), ...route.responses }[status];
  if (declared === undefined && status < 400) return [`${place}: the status is not declared`];
  if (declared === undefined && !isProblem)
    return [`${place}: an error that is no problem document`];
  const headers = isProblem ? answerHeaders.ofProblem : answerHeaders.of(route, status);
  const wrong = headerProblems(headers, answer).map((sentence) => `${place}: ${sentence}`);
  if (type.startsWith("text/csv")) {
    return declared?.isTable === true ? wrong : [...wrong, `${place}: CSV is not declared`];
  }
  const schema = isProblem ? problemSchema : declared?.body;
  const issues = schema?.safeParse(body).error?.issues ?? [];
  const said = issues.map(({ path, message }) => `${place}: ${path.join(".")} ${message}`);
  return [...wrong, ...said];
}
