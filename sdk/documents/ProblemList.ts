import type { DocumentProblem } from "./documentProblem.ts";

// A file of a million wrong lines must not fill the memory with what is wrong with them.
const mostKept = 1_000;

/** Collects a document's problems; beyond the first 1,000 it only counts them. */
export class ProblemList {
  private readonly kept: DocumentProblem[] = [];
  private count = 0;

  add(path: string, message: string): void {
    this.count += 1;
    if (this.kept.length < mostKept) this.kept.push({ path, message });
  }

  /** Runs a reader; what it throws as an error of this SDK is a problem at the path, and undefined the result. */
  try<Value>(path: string, read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error)) throw error;
      this.add(path, error.message);
      return undefined;
    }
  }

  all(): readonly DocumentProblem[] {
    const more = this.count - this.kept.length;
    if (more === 0) return this.kept;
    return [...this.kept, { path: "", message: `There are ${more} more problems.` }];
  }
}
