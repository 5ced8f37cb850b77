import { ProblemError } from "../errors/problemError.ts";

/**
 * Refuses text that PostgreSQL can't store or that has no UTF-8 form: NUL characters and unpaired surrogates. Names of
 * members count too. The value's depth was bounded before.
 */
export function assertStorable(value: unknown): void {
  if (typeof value === "string") {
    if (value.includes("\u0000") || !value.isWellFormed()) {
      throw new ProblemError(
        "unstorable-text",
        "Text must not hold NUL characters or unpaired surrogates.",
      );
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      assertStorable(name);
      assertStorable(item);
    }
  }
}
