import { fields } from "../../openapi/fields.ts";

const LARGEST = (1n << 63n) - 1n;

/** Id of something on the ledger, as decimal text: no ledger counts beyond what a database column holds. */
export const ledgerId = fields.uint64.refine(
  (value) => value <= LARGEST,
  "is no id of this ledger",
);
