/** PostgreSQL type numbers (pg_type.oid) whose JavaScript form both engines must agree on. */
const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

const integral = /^-?\d+$/;

/** How text from the wire becomes a value, per type number. Money and counts never pass through a float. */
export const columnValues: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: (text) => BigInt(text),
  [NUMERIC]: (text) => (integral.test(text) ? BigInt(text) : text),
  [DATE]: (text) => text,
};
