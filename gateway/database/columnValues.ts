/** PostgreSQL type numbers (pg_type.oid) whose JavaScript form both engines must agree on. */
const INT8 = 20;
const INT8_ARRAY = 1016;
const NUMERIC = 1700;
const DATE = 1082;

const integral = /^-?\d+$/;

/** How text from the wire becomes a value, per type number. Money and counts never pass through a float. */
export const columnValues: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: (text) => BigInt(text),
  [INT8_ARRAY]: (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(BigInt)),
  [NUMERIC]: (text) => (integral.test(text) ? BigInt(text) : text),
  [DATE]: (text) => text,
};
