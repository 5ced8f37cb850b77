/** A condition with `?` for its one value, which may occur again; undefined values make no condition. */
export type Condition = readonly [sql: string, value: unknown];

/** `WHERE` of all conditions that have a value, so that the planner sees no more than what was asked. */
export function whereAll(conditions: readonly Condition[]): {
  readonly where: string;
  readonly values: unknown[];
} {
  const given = conditions.filter(([, value]) => value !== undefined);
  const parts = given.map(([sql], index) => sql.replaceAll("?", `$${index + 1}`));
  const where = parts.length === 0 ? "" : `WHERE ${parts.map((part) => `(${part})`).join(" AND ")}`;
  return { where, values: given.map(([, value]) => value) };
}
