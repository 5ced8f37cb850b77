/**
 * Where the ledger's contracts keep what a bundle proves: the storage slot of each mapping, and byte offset and length of
 * each field in its words. It repeats the committed storage layout, which a test compares; contracts never change.
 */
export const ledgerLayout = {
  creditCertificates: {
    mappings: { positions: 1n, holds: 4n, pledged: 6n },
    hold: { token: [0, 8], value: [8, 9], expiresAt: [17, 5], firm: [22, 1], committer: [23, 9] },
  },
  members: { mappings: { accounts: 3n } },
  receivables: {
    mappings: { records: 5n },
    record: {
      obligor: [0, 4],
      creditor: [4, 4],
      amount: [8, 9],
      currency: [17, 3],
      deliveryDay: [20, 2],
      contractDueDay: [22, 2],
      dueDay: [24, 2],
      state: [26, 1],
      flags: [27, 1],
      rules: [28, 2],
      obligorInterestShare: [30, 2],
    },
    times: { acceptBy: [0, 5], confirmedAt: [5, 5], openAmount: [10, 9] },
  },
  liens: {
    mappings: { records: 6n, ranks: 9n },
    record: {
      securedParty: [0, 4],
      debtor: [4, 4],
      registeredAt: [8, 5],
      defaultedAt: [13, 5],
      state: [18, 1],
      accepted: [19, 1],
      countersigned: [20, 1],
    },
  },
  documentAnchors: {
    mappings: { entries: 0n },
    entry: {
      member: [0, 4],
      kind: [4, 1],
      state: [5, 1],
      count: [6, 5],
      anchoredAt: [11, 5],
      subject: [16, 16],
    },
  },
} as const;
