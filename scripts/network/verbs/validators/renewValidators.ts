import { networkState } from "../../networkState.ts";
import { readValidatorEnds } from "../../platform/readValidatorEnds.ts";
import type { NetworkOptions } from "../NetworkOptions.ts";
import { type AddedValidator, addValidator } from "./addValidator.ts";
import { type RemovedValidator, removeValidator } from "./removeValidator.ts";

/** A validator's successor, and the one that it took the place of. */
export interface ReplacedValidator {
  readonly added: AddedValidator;
  readonly removed: RemovedValidator;
}

/**
 * Gives a successor to each validator that ends within so many days, one after the other. The engine prolongs no stake: a
 * validator is renewed by a new identity with a stake of a year, never in its place.
 */
export async function renewValidators(
  options: NetworkOptions,
  withinDays: number,
): Promise<readonly ReplacedValidator[]> {
  const state = networkState.read(options.directory);
  const renewed: ReplacedValidator[] = [];
  for (const { nodeId, days } of await readValidatorEnds(state)) {
    const index = state.validators.find((each) => each.nodeId === nodeId)?.index;
    if (index === undefined || days > withinDays) continue;
    const added = await addValidator(options);
    renewed.push({ added, removed: await removeValidator(options, index) });
  }
  return renewed;
}
