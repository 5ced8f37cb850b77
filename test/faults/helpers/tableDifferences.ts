import { isDeepStrictEqual } from "node:util";

type Tables = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Rows that differ, by table and at most three of each; empty when both are equal. */
export function tableDifferences(actual: Tables, expected: Tables): Record<string, unknown> {
  const names = new Set([...Object.keys(actual), ...Object.keys(expected)]);
  const differing = [...names].flatMap((name): [string, unknown][] => {
    const [own = [], other = []] = [actual[name], expected[name]];
    const length = Math.max(own.length, other.length);
    const rows = Array.from({ length }, (_, index) => ({ own: own[index], other: other[index] }));
    const wrong = rows.filter((row) => !isDeepStrictEqual(row.own, row.other));
    return wrong.length === 0 ? [] : [[name, wrong.slice(0, 3)]];
  });
  return Object.fromEntries(differing);
}
