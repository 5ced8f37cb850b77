import type { TableDefinition } from "./tableDefinition.ts";
import { certificateTables } from "./tables/certificateTables.ts";
import { financeTables } from "./tables/financeTables.ts";
import { memberTables } from "./tables/memberTables.ts";
import { paymentTables } from "./tables/paymentTables.ts";
import { receivableTables } from "./tables/receivableTables.ts";
import { warehouseTables } from "./tables/warehouseTables.ts";

/** Every table that the ledger's events make, by name. A test compares them with the gateway's database. */
export const tableDefinitions: Readonly<Record<string, TableDefinition>> = {
  ...memberTables,
  ...receivableTables,
  ...certificateTables,
  ...paymentTables,
  ...financeTables,
  ...warehouseTables,
};
