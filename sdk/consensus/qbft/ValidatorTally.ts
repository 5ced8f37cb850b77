import type { Hex } from "../../chain/hex.ts";
import type { QbftVote } from "./qbftExtraData.ts";

/** The set of validators and the votes to change it, between two blocks; plain data, to be stored. */
export type ValidatorTallyState = {
  /** In ascending order. */
  readonly validators: readonly Hex[];
  /** Who is for adding or dropping whom, and the vote is still open. */
  readonly votes: readonly { readonly recipient: Hex; readonly adds: boolean; readonly by: Hex }[];
};

/** The set of validators as their votes change it: more than half of the set decide, as in Besu. */
export class ValidatorTally {
  readonly #validators: Set<Hex>;
  /** By recipient, who is for (true) or against it. */
  readonly #votes = new Map<Hex, Map<Hex, boolean>>();
  #sorted: readonly Hex[] | undefined;

  constructor({ validators, votes }: ValidatorTallyState) {
    this.#validators = new Set(validators);
    for (const { recipient, adds, by } of votes) this.#votesOn(recipient).set(by, adds);
  }

  get validators(): ReadonlySet<Hex> {
    return this.#validators;
  }

  /** In ascending order, as headers list them. */
  get sorted(): readonly Hex[] {
    this.#sorted ??= [...this.#validators].sort();
    return this.#sorted;
  }

  get state(): ValidatorTallyState {
    const votes = [...this.#votes].flatMap(([recipient, cast]) =>
      [...cast].map(([by, adds]) => ({ recipient, adds, by })),
    );
    return { validators: this.sorted, votes };
  }

  /**
   * A validator's newer vote on somebody replaces its older one. Both sides are counted whatever the new vote says: the
   * set may have shrunk since the last one.
   */
  vote(by: Hex, { recipient, adds }: QbftVote): void {
    const cast = this.#votesOn(recipient);
    cast.set(by, adds);
    const needed = Math.floor(this.#validators.size / 2) + 1;
    const inFavour = [...cast.values()].filter((each) => each).length;
    if (inFavour >= needed) this.#decide(recipient, true);
    if (cast.size - inFavour >= needed) this.#decide(recipient, false);
  }

  /** At the start of an epoch. */
  discardVotes(): void {
    this.#votes.clear();
  }

  #decide(recipient: Hex, adds: boolean): void {
    this.#sorted = undefined;
    this.#votes.delete(recipient);
    if (adds) {
      this.#validators.add(recipient);
      return;
    }
    this.#validators.delete(recipient);
    // Whoever was dropped has no vote any more, not even an open one.
    for (const others of this.#votes.values()) others.delete(recipient);
  }

  #votesOn(recipient: Hex): Map<Hex, boolean> {
    const cast = this.#votes.get(recipient) ?? new Map<Hex, boolean>();
    this.#votes.set(recipient, cast);
    return cast;
  }
}
