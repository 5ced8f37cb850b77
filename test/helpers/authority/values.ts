import { id, ZeroHash } from "ethers";
import { firstRules } from "../../../scripts/deploy/firstRules.ts";
import { admissionOf } from "../admissionOf.ts";
import { claimantId } from "../claimantId.ts";
import { named } from "../named.ts";
import { ref } from "../ref.ts";
import { roles, sizes } from "../roles.ts";
import { termsOf } from "../termsOf.ts";
import { lienValues } from "./lienValues.ts";
import type { ContractName } from "./probe.ts";
import { quoteOf } from "./quoteOf.ts";
import { receiptAsCertificate } from "./receiptAsCertificate.ts";
import type { Scene } from "./scene.ts";
import { warehouseValues } from "./warehouseValues.ts";
import { wrongSignature } from "./wrongSignature.ts";

/** Arguments that are good but for the caller. */
export type Values = (scene: Scene) => readonly unknown[] | Promise<readonly unknown[]>;

const digest = id("a document");
const role = 4n;

const authority: Record<string, Values> = {
  cancel: (s) => [s.governance.address, s.deployment.addresses.rules, s.scheduled],
  consumeScheduledOp: (s) => [s.governance.address, s.scheduled],
  execute: (s) => [s.deployment.addresses.rules, s.scheduled],
  grantRole: (s) => [role, s.stranger.address, 0n],
  labelRole: () => [role, "OTHER"],
  multicall: (s) => [
    [s.authority.interface.encodeFunctionData("grantRole", [role, s.stranger.address, 0n])],
  ],
  renounceRole: (s) => [0n, s.governance.address],
  revokeRole: (s) => [role, s.deployment.addresses.settlementRuns],
  schedule: (s) => [s.deployment.addresses.rules, s.scheduled, 0n],
  setGrantDelay: () => [role, 0n],
  setRoleAdmin: () => [role, role],
  setRoleGuardian: () => [role, role],
  setTargetAdminDelay: (s) => [s.deployment.addresses.rules, 0n],
  setTargetClosed: (s) => [s.deployment.addresses.rules, true],
  setTargetFunctionRole: (s) => [s.deployment.addresses.rules, ["0x01020304"], role],
  updateAuthority: (s) => [s.deployment.addresses.rules, s.stranger.address],
};

const members: Record<string, Values> = {
  addAccount: (s) => [s.stranger.address, ref],
  admit: (s) => [admissionOf("newcomer", s.stranger.address, roles.supplier), ref],
  cancelRecovery: (s) => [s.who.tierThree.id, ref],
  clearOverdue: (s) => [s.who.obligor.id, ref],
  confirmAccount: (s) => [s.deployer.address, ref],
  confirmGuardian: (s) => [s.who.guardian.id, ref],
  confirmSettlementAccount: () => [ref, ref],
  executeRecovery: (s) => [s.who.tierTwo.id, ref],
  proposeRecovery: (s) => [s.who.tierThree.id, s.governance.address, digest, ref],
  raiseOverdue: (s) => [s.who.obligor.id, ref],
  revokeAccount: (s) => [s.who.tierOne.account.address, ref],
  setAuthority: (s) => [s.stranger.address],
  setGuardian: (s) => [s.who.guardian.id, ref],
  setPrimaryAccount: (s) => [s.who.tierOne.account.address, ref],
  setRoles: (s) => [s.who.tierOne.id, roles.supplier, ZeroHash, ref],
  setSettlementAccount: () => [digest, ref],
  setSize: (s) => [s.who.tierOne.id, sizes.micro, ref],
  setSuspensions: (s) => [s.who.tierOne.id, 0n, digest, ref],
};

const rules: Record<string, Values> = {
  schedule: (s) => [firstRules, s.soon, ref],
  setAuthority: (s) => [s.stranger.address],
  setCeiling: (s) => [s.who.obligor.id, s.currency, 1n, ref],
};

/** A sub-range of a bill. */
const bill = { epoch: 0n, tag: digest, from: 0n, to: 1n };

const claims: Record<string, Values> = {
  claimRange: (s) => [claimantOf(s), bill, [], [(1n << 72n) - 1n], ref],
  commit: (s) => [claimantOf(s), ref],
  release: (s) => [claimantOf(s), ref],
  lower: (s) => [claimantOf(s), 0n, 1n, digest, ref],
  openEpoch: () => [digest, ref],
  reserve: (s) => [
    claimantOf(s),
    s.currency,
    0n,
    [{ tag: digest, exists: 1n, amount: 1n }],
    [],
    ref,
  ],
  satisfy: (s) => [claimantOf(s), ref],
  setAuthority: (s) => [s.stranger.address],
};

/** The name under which the registered receivable claims. */
function claimantOf({ deployment, registered }: Scene): string {
  return claimantId(deployment.addresses.receivables, registered);
}

/** What the certificates' second bytecode answers, at either address. */
/** What only the contract of liens does with its holds, on both tokens. */
const keptHolds: Record<string, Values> = {
  deliverPart: (s) => [1n, 1n, s.who.financierA.id, 0n, 1n, digest, ref],
  keepHold: () => [1n, ref],
  loosenHold: () => [1n, ref],
  releasePart: () => [1n, 1n, ref],
};

const certificateSettlement: Record<string, Values> = {
  closeCirculation: (s) => [s.certificate >> 32n, ref],
  commitHold: (s) => [1n, s.who.financierA.id, 0n, 1n, digest, ref],
  confirmFreeze: (s) => [s.certificate, true, ref, ref],
  deliverWhole: (s) => [s.certificate, s.who.financierA.id, 0n, 1n, ref],
  hold: (s) => [s.certificate, s.who.tierOne.id, 1n, s.soon, ref],
  issue: (s) => [99n, s.who.tierOne.id, 1n, slot(s), ref],
  makeFirm: () => [1n, ref],
  proposeFreeze: (s) => [s.certificate, true, ref, ref],
  releaseHold: () => [1n, ref],
  retire: (s) => [s.certificate, s.who.tierOne.id, 1n, ref],
  setAuthority: (s) => [s.stranger.address],
  settleBatch: (s) => [s.certificate >> 32n, 0n, 1n, 1n, 1n, 0n, ref],
  settleHold: () => [1n, ref],
  ...keptHolds,
  payHold: () => [1n, 1n, ref],
  settlePart: () => [1n, 1n, ref],
  settleWaiting: (s) => [s.certificate, ref],
};

function slot(s: Scene): Record<string, unknown> {
  return {
    serials: 0n,
    noticeTo: s.who.obligor.id,
    unit: s.currency,
    dueDay: 1n,
    maxTier: 1n,
    warnTier: 1n,
    maxSplits: 1n,
    warnSplits: 1n,
    minLot: 1n,
    closed: false,
    running: false,
  };
}

const creditCertificates: Record<string, Values> = {
  ...certificateSettlement,
  acceptOffer: () => [1n, ref],
  "approve(address,uint256)": (s) => [s.who.tierTwo.account.address, s.certificate],
  "approve(uint256,address,uint256)": (s) => [s.certificate, s.who.tierTwo.account.address, 1n],
  cancelNonce: () => [99n, ref],
  cancelOffer: () => [1n, ref],
  declineOffer: () => [1n, ref],
  expireOffer: () => [1n, ref],
  merge: (s) => [s.certificate, [s.certificate], ref],
  offer: (s) => [s.certificate, s.who.tierTwo.id, 1n, s.soon, digest, ref],
  setApprovalForAll: (s) => [s.who.tierTwo.account.address, true],
  setStandingAcceptance: (s) => [s.who.tierOne.id, s.soon, digest, ref],
  split: (s) => [s.certificate, 1n, ref],
  transfer: (s) => [s.certificate, s.who.tierTwo.id, 1n, digest, ref],
  transferBatch: (s) => [
    s.certificate,
    [{ to: s.who.tierTwo.id, value: 1n, tradeReference: digest }],
    ref,
  ],
  "transferFrom(uint256,address,uint256)": (s) => [
    s.certificate,
    s.who.tierTwo.account.address,
    1n,
  ],
  "transferFrom(uint256,uint256,uint256)": (s) => [s.certificate, s.certificate, 1n],
  transferWithAcceptance: (s) => [
    {
      token: s.certificate,
      to: s.who.tierTwo.id,
      value: 1n,
      tradeReference: digest,
      nonce: 1n,
      deadline: s.soon,
      epoch: 1n,
    },
    s.stranger.address,
    "0x01",
    ref,
  ],
};

const receivables: Record<string, Values> = {
  accept: (s) => [s.confirmed, ref],
  acceptWithSignature: (s) => [s.confirmed, wrongSignature(s), ref],
  confirm: (s) => [s.registered, s.registeredTerms, s.soon, ref],
  confirmWithSignature: (s) => [s.registered, s.registeredTerms, s.soon, wrongSignature(s), ref],
  discharge: (s) => [s.certificate >> 32n, 1n, ref],
  expire: (s) => [s.confirmed, ref],
  issueWithSignatures: async (s) => [
    await termsOf(s),
    s.soon,
    wrongSignature(s),
    wrongSignature(s),
    ref,
  ],
  recordCreditNote: (s) => [s.certificate >> 32n, 0n, 1n, digest, digest, ref],
  register: async (s) => [await termsOf(s), ref],
  reject: (s) => [s.confirmed, digest, ref],
  setAuthority: (s) => [s.stranger.address],
  setLimit: (s) => [s.currency, 1n, ref],
  void: (s) => [s.registered, ref],
};

const settlement: Record<string, Values> = {
  acceptInstruction: (s) => [s.issued, s.payment.valueDay, ref],
  attest: (s) => [s.payment, ref],
  attestWithSignature: (s) => [s.payment, s.stranger.address, s.soon, 1n, "0x01", ref],
  contest: (s) => [s.paid, digest, ref],
  endInstruction: (s) => [s.accepted, ref],
  expireInstruction: (s) => [s.issued, ref],
  issueInstruction: async (s) => [
    named(await s.settlement.instructionOf(s.issued)),
    [{ face: 1n, paid: 1n, kind: 0n }],
    ref,
  ],
  matchPayment: (s) => [s.unmatched, s.issued, ref],
  recordExcess: (s) => [s.paid, 1n, ref],
  setAuthority: (s) => [s.stranger.address],
  withdrawInstruction: (s) => [s.issued, ref],
};

const settlementRuns: Record<string, Values> = {
  attestUndelivered: (s) => [s.run, s.lateCertificate, digest, ref],
  clearIfPaid: (s) => [s.certificate >> 32n, ref],
  freeReserved: (s) => [s.lateCertificate, 1n, ref],
  instructLateInterest: (s) => [s.lateCertificate, s.who.bank.id, s.soon, ref],
  instructSettlement: (s) => [s.certificate >> 32n, 1n, s.who.bank.id, s.soon, ref],
  markOverdue: (s) => [s.certificate >> 32n, ref],
  onAccepted: (s) => [s.issued, ref],
  onFailed: (s) => [s.issued, ref],
  onPaid: (s) => [s.issued, 1n, s.payment.valueDay, ref],
  setAuthority: (s) => [s.stranger.address],
  settleBatch: (s) => [s.certificate >> 32n, 1n, ref],
  settleWaiting: (s) => [s.certificate, ref],
};

const earlyPayments: Record<string, Values> = {
  agree: (s) => [earlyPayment(s), wrongSignature(s), wrongSignature(s), ref],
  agreePledged: (s) => [
    pledgedPayment(s),
    wrongSignature(s),
    wrongSignature(s),
    wrongSignature(s),
    ref,
  ],
  cancelNonce: () => [99n, ref],
  deliver: () => [1n, ref],
  onAccepted: (s) => [s.issued, ref],
  onFailed: (s) => [s.issued, ref],
  onPaid: (s) => [s.issued, 1n, s.payment.valueDay, ref],
  retireToBill: (s) => [retirement(s), [0n], wrongSignature(s), wrongSignature(s), ref],
};

/** An early payment that nobody has signed. */
export function earlyPayment({ certificate, who, soon }: Scene) {
  return {
    token: certificate,
    obligor: who.obligor.id,
    holder: who.tierOne.id,
    face: 1_00n,
    paid: 99n,
    bank: who.bank.id,
    expiresAt: soon,
    obligorNonce: 1n,
    holderNonce: 1n,
  };
}

/** An early payment of encumbered value that nobody has signed. */
export function pledgedPayment(s: Scene) {
  return {
    terms: earlyPayment(s),
    lien: s.lien,
    securedParty: s.who.financierA.id,
    securedPartyNonce: 1n,
  };
}

/** A retirement to a bill that nobody has signed. */
export function retirement({ certificate, who }: Scene) {
  return {
    token: certificate,
    obligor: who.obligor.id,
    holder: who.tierOne.id,
    value: 1_00n,
    bill: { ...bill, to: 1_00n },
    earlier: [],
    obligorNonce: 2n,
    holderNonce: 2n,
  };
}

const factoring: Record<string, Values> = {
  acceptQuote: async (s) => [await quoteOf(s, s.certificate), s.stranger.address, "0x01", ref],
  acceptQuoteWithSignature: async (s) => [
    await quoteOf(s, s.certificate),
    s.stranger.address,
    "0x01",
    1n,
    wrongSignature(s),
    ref,
  ],
  applyRecourse: (s) => [s.certificate, 1n, ref],
  cancelNonce: () => [99n, ref],
  deliver: (s) => [s.financing, ref],
  expireFinancing: (s) => [s.financing, ref],
  onAccepted: (s) => [s.issued, ref],
  onFailed: (s) => [s.issued, ref],
  onPaid: (s) => [s.issued, 1n, s.payment.valueDay, ref],
  refuse: (s) => [s.financing, ref],
  register: (s) => [s.financing, digest, 1n, ref],
  requestBuyBack: (s) => [s.certificate, s.who.bank.id, s.soon, ref],
  setAuthority: (s) => [s.stranger.address],
};

const documentAnchors: Record<string, Values> = {
  anchor: () => [digest, 1n, digest, 1n, ref],
  supersede: (s) => [s.anchored, digest, 1n, ref],
  withdraw: (s) => [s.anchored, digest, ref],
};

/** Receipts circulate as certificates do; the rest of what they answer is their second bytecode's. */
const warehouseReceipts: Record<string, Values> = {
  ...Object.fromEntries(
    Object.entries(creditCertificates).map(([fn, its]) => [
      fn,
      (s: Scene) => its(receiptAsCertificate(s)),
    ]),
  ),
  ...warehouseValues.receiptDelivery,
};

/** Arguments for every function that changes state, good but for the caller. */
export const values: Readonly<Partial<Record<ContractName, Readonly<Record<string, Values>>>>> = {
  authority,
  members,
  rules,
  claims,
  certificateSettlement,
  creditCertificates,
  receivables,
  settlement,
  settlementRuns,
  earlyPayments,
  factoring,
  documentAnchors,
  ...warehouseValues,
  ...lienValues,
  warehouseReceipts,
};
