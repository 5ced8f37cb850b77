import type { z } from "zod";
import { NodeFault } from "./nodeFault.ts";

/** What a node answered, in the shape that was asked for. Throws `NodeFault` when it has another one. */
export function nodeAnswer<Schema extends z.ZodType>(
  method: string,
  schema: Schema,
  answer: unknown,
): z.output<Schema> {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  throw new NodeFault(`The node's answer to ${method} is not usable${where}: ${issue?.message}.`);
}
