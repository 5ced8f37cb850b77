import { instantOf } from "../instantOf.ts";

/** Somebody had something from a block's time to another's; still has it when `until` is null. */
export interface Period {
  readonly member: number;
  readonly name: string;
  readonly from: string;
  until: string | null;
}

/** What members had, told by the sets that they had one after the other. */
export class Periods {
  readonly all: Period[] = [];
  readonly #open = new Map<string, Period>();
  readonly #had = new Map<number, readonly string[]>();

  /** From `time` on, seconds, a member has exactly `names`. */
  set(member: number, names: readonly string[], time: number): void {
    const before = this.#had.get(member) ?? [];
    const at = instantOf(time);
    for (const name of before) {
      if (names.includes(name)) continue;
      const period = this.#open.get(`${member} ${name}`);
      if (period !== undefined) period.until = at;
    }
    for (const name of names) {
      if (before.includes(name)) continue;
      const period = { member, name, from: at, until: null };
      this.#open.set(`${member} ${name}`, period);
      this.all.push(period);
    }
    this.#had.set(member, names);
  }

  of(member: number): readonly string[] {
    return this.#had.get(member) ?? [];
  }
}
