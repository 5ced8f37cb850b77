/** A finding of slither that is meant: its detector, where (`Contract.function`, all places without), and why. */
export interface Accepted {
  readonly detector: string;
  readonly places?: readonly string[];
  readonly why: string;
}

const ownContracts =
  "the callee is fixed at deployment and one of ours; it calls back only the module that owns the step";

/** Keyed by function instead of line, so that it stays true when lines move. */
export const slitherAccepted: readonly Accepted[] = [
  {
    detector: "timestamp",
    why: "block time is the ledger's clock; flags every read of a dated word",
  },
  {
    detector: "incorrect-equality",
    why: "follows dates through packed words into comparisons of ids; no balance is compared",
  },
  { detector: "unused-return", why: "flags tuples whose other half is left out on purpose" },
  { detector: "uninitialized-local", why: "locals start at zero, as the language says" },
  { detector: "assembly", why: "tidy asks for a reason at each place" },
  { detector: "low-level-calls", why: "solhint asks for a reason at each place" },
  { detector: "naming-convention", why: "solhint decides on names" },
  { detector: "solc-version", why: "the compiler is pinned by the lockfile" },
  { detector: "pragma", why: "solhint pins it" },
  { detector: "too-many-digits", why: "type hashes and masks are long" },
  { detector: "reentrancy-events", why: `the order of events is their meaning; ${ownContracts}` },
  { detector: "reentrancy-benign", why: ownContracts },
  {
    detector: "reentrancy-no-eth",
    places: [
      "SettlementRuns._applyLegs",
      "SettlementRuns._openQueued",
      "SettlementRuns._settleLegs",
      "SettlementRuns.onPaid",
      "SettlementRuns.settleBatch",
      "SettlementRuns.settleWaiting",
      "BuyBacks._buyBackPaid",
      "BuyBacks._deliverBuyBack",
      "BuyBacks.requestBuyBack",
      "Factoring._accept",
      "Factoring._paid",
      "ReceiptDelivery.replace",
    ],
    why: ownContracts,
  },
  {
    detector: "reentrancy-no-eth",
    places: ["LienPledges.pledgeWithSignatures"],
    why: "assets are tokens that governance admitted; holding their value calls nobody back",
  },
  {
    detector: "calls-loop",
    places: ["Liens.payLiens", "LienBook._holdOf"],
    why: "a position has at most eight liens, and the callee is the token that asks",
  },
  {
    detector: "uninitialized-state",
    places: ["Positions._pledged"],
    why: "written by the second bytecode behind the same address",
  },
  {
    detector: "reentrancy-no-eth",
    places: ["Receivables.issueWithSignatures"],
    why: "ERC-1271 is asked by a static call with a gas cap, which can change nothing",
  },
  {
    detector: "calls-loop",
    places: [
      "Positions._primaryOf",
      "Circulation._checkItem",
      "SettlementRuns._open",
      "SettlementRuns._payLeg",
      "SettlementRuns._takeReserve",
    ],
    why: `batches have a limit, and one bad item refuses all by design; ${ownContracts}`,
  },
  {
    detector: "divide-before-multiply",
    places: ["CivilDate.split"],
    why: "the civil calendar is made of such divisions; every day is tested against another implementation",
  },
  {
    detector: "missing-zero-check",
    places: [
      "CreditCertificates.constructor.settlementPart_",
      "WarehouseReceipts.constructor.deliveryPart_",
    ],
    why: "the deployment passes what it deployed just before, and its test calls through it",
  },
  {
    detector: "unused-state",
    places: [
      "CertificateStorage._freezeProposals",
      "CertificateStorage._totals",
      "CertificateStorage._waiting",
      "Positions._holdCount",
      "Positions._holds",
      "ReceiptStorage._approvedPickUps",
      "ReceiptStorage._approvedReplacements",
      "ReceiptStorage._orderNonces",
      "ReceiptStorage._terms",
    ],
    why: "the second bytecode of certificates and receipts uses them on the first one's storage",
  },
  {
    detector: "constable-states",
    places: ["Positions._holdCount"],
    why: "the second bytecode counts",
  },
];
