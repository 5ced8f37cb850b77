/** Values a problem answer can carry as they are; amounts go in as decimal strings of minor units. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

export type BaseErrorOptions = {
  /** Facts behind the sentence, for machines. */
  details?: ErrorDetails;
  /** What this error was caused by. */
  cause?: unknown;
};

/**
 * The error every error of this SDK extends. A subclass passes a `code` that never changes once
 * released, a message that reads as a sentence, and the facts of that sentence as `details`.
 *
 * @example
 * import { BaseError, parseMoney } from "@tallystick/sdk";
 *
 * let caught;
 * try {
 *   parseMoney("12.345", "CNY");
 * } catch (error) {
 *   caught = error;
 * }
 * caught instanceof BaseError // => true
 * caught.code // => "money-too-many-decimals"
 */
export class BaseError extends Error {
  override name = "BaseError";
  /** Stable identifier in kebab case, for problem types and exit codes. */
  readonly code: string;
  readonly details: ErrorDetails;

  constructor(code: string, message: string, options: BaseErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  /**
   * Walks the chain of causes, this error first.
   *
   * @returns the first error that `predicate` accepts, or undefined; without a predicate, the root cause.
   */
  walk(): unknown;
  walk<Found>(predicate: (error: unknown) => error is Found): Found | undefined;
  walk(predicate: (error: unknown) => boolean): unknown;
  walk(predicate?: (error: unknown) => boolean): unknown {
    // The set ends a chain that loops back into itself.
    const seen = new Set<unknown>();
    let current: unknown = this;
    for (;;) {
      if (predicate?.(current)) return current;
      seen.add(current);
      const next: unknown = current instanceof Error ? current.cause : undefined;
      if (next === undefined || next === null || seen.has(next)) {
        return predicate ? undefined : current;
      }
      current = next;
    }
  }
}
