import type { Hex } from "./ristretto.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";

/** Whatever reaches one share of the key: another gateway, or the one at hand. */
export type ShareServer = {
  readonly index: number;
  /**
   * Evaluates blinded elements under the server's share. The answer is checked by whoever asks.
   *
   * @throws TagError `tag-server-offline`, `tag-server-refused`, `tag-server-unknown`, `tag-answer-invalid`
   */
  evaluate(
    request: { readonly epoch: number; readonly elements: readonly Hex[] },
    signal: AbortSignal,
  ): Promise<TagEvaluation>;
};
