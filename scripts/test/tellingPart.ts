/** Lines that are shown of a step that broke off without a summary, and of a summary of failures. */
const LONGEST_TAIL = 60;
const LONGEST_SUMMARY = 300;

/**
 * What somebody needs to know of a failed step's output, who may get to see its first lines alone: the summary of failures
 * where there is one, else its last words. Lines about tests that passed say nothing.
 */
export function tellingPart(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "" && !/^\s*✔/.test(line));
  const summary = lines.findLastIndex((line) => /^\s*\d+ failing/.test(line));
  const told =
    summary === -1 ? lines.slice(-LONGEST_TAIL) : lines.slice(summary, summary + LONGEST_SUMMARY);
  return told.join("\n");
}
