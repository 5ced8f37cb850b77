import { z } from "zod";
import type { RawParts, Route, RouteDefinition, RouteInput, RouteRequest } from "./route.ts";

function parsePart(name: keyof RawParts, schema: z.ZodType | undefined, value: unknown) {
  if (schema === undefined) return { value: undefined, issues: [] };
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, issues: [] };
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }));
  return { value: undefined, issues };
}

/** Declares a route. The types of `params`, `query` and `body` in the handler follow from the schemas. */
export function defineRoute<const Parts extends RouteRequest = Record<never, never>>(
  definition: RouteDefinition<Parts>,
): Route {
  const { handler, amountOf, ...description } = definition;
  return {
    ...description,
    parse(parts) {
      const schemas: RouteRequest = definition.request ?? {};
      const params = parsePart("params", schemas.params, parts.params);
      const query = parsePart("query", schemas.query, parts.query);
      const body = parsePart("body", schemas.body, parts.body);
      const issues = [...params.issues, ...query.issues, ...body.issues];
      if (issues.length > 0) throw new z.ZodError(issues);
      return { params: params.value, query: query.value, body: body.value };
    },
    async stakeOf(parts) {
      return amountOf?.(parts as Pick<RouteInput<Parts>, "params" | "body">);
    },
    // `parse` made the parts by these very schemas, which is what the handler's types say.
    run: (parts, context, raw) => handler({ ...parts, context, raw } as RouteInput<Parts>),
  };
}
