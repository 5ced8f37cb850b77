import type { LedgerFeatures } from "../ledgerFeatures.ts";

/** All business of the ledger, composed from the nouns' folders: contracts, handlers, refusals, members, routes. */
export const ledgerFeatures: LedgerFeatures = {
  interfaces: {},
  handlers: {},
  recordOnly: [],
  decodeError: () => undefined,
  refusalStatuses: {},
  directory: () => ({
    find: async () => undefined,
    findDemoMember: async () => undefined,
  }),
  routes: () => [],
};
