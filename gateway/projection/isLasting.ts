import { ReplayDefect } from "@tallystick/sdk";
import { ProjectionDefect } from "./projectionDefect.ts";

// SQLSTATE classes that the same data meets again however often it is tried: data exception, constraint, syntax.
const lastingSqlStates = /^(22|23|42)/;

/** Whether trying again can't help: a defect in the code, or data that the schema will never take. */
export function isLasting(error: unknown): boolean {
  if (error instanceof ProjectionDefect || error instanceof ReplayDefect) return true;
  if (error instanceof TypeError && error.message.includes("fetch failed")) return false;
  if (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError
  ) {
    return true;
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && code.length === 5 && lastingSqlStates.test(code);
}
