import { isRecord } from "../isRecord.ts";
import { canonicalEpcisTime } from "./canonicalEpcisTime.ts";
import { canonicalEpcisValue } from "./canonicalEpcisValue.ts";
import type { EpcisPrefixes } from "./epcisPrefixes.ts";

type Members = Readonly<Record<string, unknown>>;

/** Writes the standard fields of one part of an event, and remembers which are left for the end of the hash. */
export class EpcisFields {
  private readonly members: Members;
  private readonly prefixes: EpcisPrefixes;
  private readonly taken = new Set<string>();

  constructor(members: Members, prefixes: EpcisPrefixes) {
    this.members = members;
    this.prefixes = prefixes;
  }

  /** Marks a field as no part of the hash. */
  skip(...names: readonly string[]): void {
    for (const name of names) this.taken.add(name);
  }

  /** `name=value`; one for each value, sorted. */
  value(name: string, vocabulary = name, as = name): string {
    this.taken.add(name);
    const written = [this.members[name]].flat().flatMap((value) => {
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
        return [];
      }
      const time = isTime(name) ? canonicalEpcisTime(String(value)) : undefined;
      const text = time ?? canonicalEpcisValue(value, this.prefixes, vocabulary);
      return text === "" ? [] : [`${as}=${text}`];
    });
    return written.sort().join("");
  }

  /** Several fields one after the other. */
  values(...names: readonly string[]): string {
    return names.map((name) => this.value(name)).join("");
  }

  /** The objects in a field that holds one or several. */
  objects(name: string): Members[] {
    this.taken.add(name);
    return [this.members[name]].flat().filter(isRecord);
  }

  /** What the standard doesn't name. */
  rest(): Members {
    return Object.fromEntries(
      Object.entries(this.members).filter(([name]) => !this.taken.has(name)),
    );
  }
}

function isTime(name: string): boolean {
  return /time$/i.test(name);
}
