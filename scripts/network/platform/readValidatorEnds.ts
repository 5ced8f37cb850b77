import { type ValidatorEnd, validatorEnds } from "@tallystick/sdk";
import type { NetworkState } from "../networkState.ts";
import { readStakers } from "./readStakers.ts";

/** Until when a validator is one, for people and programs. */
export type DatedEnd = ValidatorEnd & {
  /** RFC 3339. */
  readonly endsAt: string;
};

/** When each validator of the ledger ends, the first one first, as the first node that answers says; none where none does. */
export async function readValidatorEnds(
  { validators, subnetId }: NetworkState,
  now: number = Math.floor(Date.now() / 1_000),
): Promise<readonly DatedEnd[]> {
  if (subnetId === undefined) return [];
  for (const { host, httpPort } of validators) {
    const url = `http://${host}:${httpPort}`;
    try {
      const [set, stakes] = await Promise.all([readStakers(url, subnetId), readStakers(url)]);
      return validatorEnds(set, stakes, now).map((end) => {
        return { ...end, endsAt: new Date(end.end * 1_000).toISOString().replace(".000", "") };
      });
    } catch {
      // The next one may answer.
    }
  }
  return [];
}
