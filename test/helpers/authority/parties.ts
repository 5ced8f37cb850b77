import { AbiCoder, concat } from "ethers";
import { firstRules } from "../../../scripts/deploy/firstRules.ts";
import { ref } from "../ref.ts";
import { roles } from "../roles.ts";
import { sign } from "../sign.ts";
import { signatureOf } from "../signatureOf.ts";
import { termsOf } from "../termsOf.ts";
import type { Refused } from "./callers.ts";
import { lienParties } from "./lienParties.ts";
import { quoteOf } from "./quoteOf.ts";
import { receiptAsCertificate } from "./receiptAsCertificate.ts";
import type { Scene } from "./scene.ts";
import { earlyPayment, pledgedPayment, retirement } from "./values.ts";
import { warehouseParties } from "./warehouseParties.ts";
import { wrongSignature } from "./wrongSignature.ts";

type Party = (scene: Scene) => Refused | Promise<Refused>;
type Parties = Readonly<Record<string, Readonly<Record<string, Party>>>>;

/** The auditor's account; the error's arguments begin with `before` and end with the auditor and `after`. */
function auditor(
  before: (s: Scene) => readonly unknown[],
  after = (_: Scene): unknown[] => [],
): Party {
  return (s) => ({
    from: s.who.auditor.account.address,
    args: [...before(s), s.who.auditor.id, ...after(s)],
  });
}

/** Who sent a signature that isn't of an account of `party`. */
function unsigned(party: (s: Scene) => bigint): Party {
  return (s) => ({ from: s.stranger.address, args: [s.stranger.address, party(s)] });
}

const obligor = (s: Scene): bigint => s.who.obligor.id;
const tierOne = (s: Scene): bigint => s.who.tierOne.id;
const tierTwo = (s: Scene): bigint => s.who.tierTwo.id;
const bank = (s: Scene): bigint => s.who.bank.id;

/** The supplier of the third tier, which holds nothing of the certificate. */
function notOwner(s: Scene): Refused {
  const { tierThree } = s.who;
  return { from: tierThree.account.address, args: [s.certificate, tierThree.id, s.who.tierOne.id] };
}

/** The same, about the one offer, which is from the first tier to the second one. */
function notOfferParty(needs: (s: Scene) => bigint): Party {
  return (s) => ({
    from: s.who.tierThree.account.address,
    args: [1n, s.who.tierThree.id, needs(s)],
  });
}

/** Another bank than the one that is named. */
function otherBank(about: (s: Scene) => unknown): Party {
  return (s) => ({
    from: s.otherBank.account.address,
    args: [about(s), s.otherBank.id, s.who.bank.id],
  });
}

const proposer: Party = (s) => ({
  from: s.who.tierThree.account.address,
  args: [s.who.tierThree.id, s.who.tierThree.account.address],
});

const nothingProposed: Party = auditor(() => []);

/** What a recipient would have signed, had it signed. */
function acceptance(s: Scene) {
  const terms = { token: s.certificate, to: s.who.tierTwo.id, value: 1n, tradeReference: ref };
  return { ...terms, nonce: 1n, deadline: s.soon, epoch: 1n };
}

const authority: Parties = {
  "authority.cancel": {
    stranger: (s) => ({
      from: s.stranger.address,
      args: [
        s.stranger.address,
        s.governance.address,
        s.deployment.addresses.rules,
        s.scheduled.slice(0, 10),
      ],
    }),
  },
  "authority.consumeScheduledOp": {
    ledgerContract: ({ deployment: { addresses } }) => ({
      from: addresses.rules,
      args: [addresses.rules],
    }),
  },
  "authority.execute": { stranger: unauthorizedCall },
  "authority.schedule": { stranger: unauthorizedCall },
  "authority.renounceRole": { stranger: (s) => ({ from: s.stranger.address, args: [] }) },
  "claims.openEpoch": {
    governance: async (s) => {
      const data = s.claims.interface.encodeFunctionData("openEpoch", [ref, ref]);
      const operation = await s.authority.hashOperation(s.governance, s.claims, data);
      return { from: s.governance.address, values: [ref, ref], args: [operation] };
    },
  },
  "rules.schedule": {
    governance: async (s) => {
      const values = [firstRules, s.soon, ref] as const;
      const data = s.rules.interface.encodeFunctionData("schedule", [...values]);
      const operation = await s.authority.hashOperation(s.governance, s.rules, data);
      return { from: s.governance.address, values, args: [operation] };
    },
  },
};

function unauthorizedCall(s: Scene): Refused {
  const from = s.stranger.address;
  return { from, args: [from, s.deployment.addresses.rules, s.scheduled.slice(0, 10)] };
}

const members: Parties = {
  "members.cancelRecovery": {
    otherMember: auditor(
      () => [],
      () => [roles.auditor, roles.operator],
    ),
    operatorAgainstLegal: (s) => ({
      from: s.who.operator.account.address,
      values: [s.who.tierTwo.id, ref],
      args: [s.who.tierTwo.id],
    }),
  },
  "members.confirmAccount": { otherMember: nothingProposed, proposer },
  "members.confirmGuardian": { otherMember: nothingProposed, proposer },
  "members.confirmSettlementAccount": { otherMember: nothingProposed, proposer },
  "members.proposeRecovery": {
    otherMember: auditor((s) => [s.who.tierThree.id]),
    itself: ({ who: { tierThree } }) => ({
      from: tierThree.account.address,
      args: [tierThree.id, tierThree.id],
    }),
  },
  "members.revokeAccount": {
    otherMember: auditor(
      () => [],
      () => [roles.auditor, roles.operator],
    ),
  },
  "members.setPrimaryAccount": { otherMember: auditor((s) => [s.who.tierOne.account.address]) },
};

const certificates: Parties = {
  "creditCertificates.confirmFreeze": {
    proposer: (s) => ({
      from: s.who.legal.account.address,
      args: [s.certificate, s.who.legal.account.address],
    }),
  },
  "creditCertificates.acceptOffer": { otherMember: notOfferParty(tierTwo) },
  "creditCertificates.cancelOffer": { otherMember: notOfferParty(tierOne) },
  "creditCertificates.declineOffer": { otherMember: notOfferParty(tierTwo) },
  "creditCertificates.approve(address,uint256)": { otherMember: notOwner },
  "creditCertificates.approve(uint256,address,uint256)": { otherMember: notOwner },
  "creditCertificates.merge": {
    otherMember: (s) => ({
      from: s.who.tierThree.account.address,
      args: [s.certificate, s.who.tierOne.id],
    }),
  },
  "creditCertificates.offer": { otherMember: notOwner },
  "creditCertificates.split": { otherMember: notOwner },
  "creditCertificates.transfer": {
    otherMember: notOwner,
    notAccepted: (s) => ({
      from: s.who.tierOne.account.address,
      args: [s.who.tierTwo.id, s.who.tierOne.id, 0n],
    }),
  },
  "creditCertificates.transferBatch": {
    otherMember: notOwner,
    notAccepted: (s) => {
      const coder = AbiCoder.defaultAbiCoder();
      const refusal = s.creditCertificates.interface.getError("SplitTokenNotAccepted");
      const its = [s.who.tierTwo.id, s.who.tierOne.id, 0n];
      const reason = coder.encode(["uint32", "uint32", "uint256"], its);
      return {
        from: s.who.tierOne.account.address,
        args: [0n, concat([refusal?.selector ?? "0x", reason])],
      };
    },
  },
  "creditCertificates.transferFrom(uint256,address,uint256)": { otherMember: notApproved },
  "creditCertificates.transferFrom(uint256,uint256,uint256)": { otherMember: notApproved },
  "creditCertificates.transferWithAcceptance": {
    otherMember: async (s) => {
      const { tierTwo: to } = s.who;
      const signature = await sign(s.deployment, "acceptance", to.account, acceptance(s));
      return { ...notOwner(s), values: [acceptance(s), to.account.address, signature, ref] };
    },
    wrongSigner: (s) => ({
      from: s.who.tierOne.account.address,
      args: [s.stranger.address, s.who.tierTwo.id],
    }),
  },
};

function notApproved(s: Scene): Refused {
  const from = s.who.tierThree.account.address;
  return { from, args: [s.certificate, from] };
}

const receivables: Parties = {
  "receivables.accept": { otherMember: auditor((s) => [s.confirmed]) },
  "receivables.acceptWithSignature": { wrongSigner: unsigned(tierOne) },
  "receivables.confirm": { otherMember: auditor((s) => [s.registered]) },
  "receivables.confirmWithSignature": { wrongSigner: unsigned(obligor) },
  "receivables.issueWithSignatures": {
    wrongObligor: unsigned(obligor),
    wrongCreditor: async (s) => {
      const terms = await termsOf(s);
      const termsDigest = await s.receivables.termsDigest(terms);
      const agreed = { termsDigest, acceptBy: s.soon };
      const signed = await signatureOf(s.deployment, "confirmation", s.who.obligor, agreed);
      const values = [terms, s.soon, signed, wrongSignature(s), ref];
      return { ...(await unsigned(tierOne)(s)), values };
    },
  },
  "receivables.register": { otherMember: auditor(() => [0n]) },
  "receivables.reject": { otherMember: auditor((s) => [s.confirmed]) },
  "receivables.void": { otherMember: auditor((s) => [s.registered]) },
};

const settlement: Parties = {
  "settlement.acceptInstruction": { otherMember: otherBank((s) => s.issued) },
  "settlement.attest": { otherMember: otherBank((s) => s.issued) },
  "settlement.attestWithSignature": { wrongSigner: unsigned(bank) },
  "settlement.contest": { otherMember: auditor((s) => [s.paid]) },
  "settlement.endInstruction": { otherMember: auditor((s) => [s.accepted]) },
  "settlement.matchPayment": { otherMember: auditor((s) => [s.issued]) },
  "settlementRuns.attestUndelivered": { otherMember: otherBank((s) => s.run) },
  "settlementRuns.instructLateInterest": { otherMember: auditor((s) => [s.lateCertificate]) },
  "settlementRuns.instructSettlement": {
    otherMember: auditor(
      (s) => [s.certificate >> 32n],
      (s) => [s.who.obligor.id],
    ),
  },
};

/** Calls in which one of obligor and holder has signed and the other one hasn't. */
function oneSigned(kind: "earlyPayment" | "retirement"): Readonly<Record<string, Party>> {
  const terms = (s: Scene) => (kind === "earlyPayment" ? earlyPayment(s) : retirement(s));
  const calls = (s: Scene, ...signed: readonly unknown[]): readonly unknown[] =>
    kind === "earlyPayment" ? [terms(s), ...signed, ref] : [terms(s), [0n], ...signed, ref];
  return {
    wrongObligor: unsigned(obligor),
    wrongHolder: async (s) => {
      const signed = await signatureOf(s.deployment, kind, s.who.obligor, terms(s));
      const values = calls(s, signed, wrongSignature(s));
      return { ...(await unsigned(tierOne)(s)), values };
    },
  };
}

/** Calls in which one more of the three has signed each time, and the next one hasn't. */
const pledgedPaymentParties: Readonly<Record<string, Party>> = {
  wrongObligor: unsigned(obligor),
  wrongHolder: async (s) => ({
    ...(await unsigned(tierOne)(s)),
    values: await pledgedCall(s, [s.who.obligor]),
  }),
  wrongSecuredParty: async (s) => ({
    ...(await unsigned((at) => at.who.financierA.id)(s)),
    values: await pledgedCall(s, [s.who.obligor, s.who.tierOne]),
  }),
};

async function pledgedCall(s: Scene, signers: readonly Scene["who"]["obligor"][]) {
  const payment = pledgedPayment(s);
  const { terms, ...rest } = payment;
  const signatures: unknown[] = [];
  for (const signer of signers)
    signatures.push(
      await signatureOf(s.deployment, "pledgedPayment", signer, { ...terms, ...rest }),
    );
  while (signatures.length < 3) signatures.push(wrongSignature(s));
  return [payment, ...signatures, ref];
}

const notFinancier: Party = (s) => ({
  from: s.who.financierB.account.address,
  args: [s.financing, s.who.financierB.id, s.who.financierA.id],
});

const financing: Parties = {
  "earlyPayments.agree": oneSigned("earlyPayment"),
  "earlyPayments.agreePledged": pledgedPaymentParties,
  "earlyPayments.retireToBill": oneSigned("retirement"),
  "factoring.acceptQuote": {
    otherMember: auditor(
      (s) => [s.certificate],
      (s) => [s.who.tierOne.id],
    ),
    wrongSigner: (s) => ({
      from: s.who.tierOne.account.address,
      args: [s.stranger.address, s.who.financierA.id],
    }),
  },
  "factoring.acceptQuoteWithSignature": {
    wrongHolder: unsigned(tierOne),
    wrongFinancier: async (s) => {
      const quote = await quoteOf(s, s.certificate);
      const hash = await s.factoring.quoteDigest(quote);
      const agreed = { quote: hash, nonce: 1n };
      const signed = await signatureOf(s.deployment, "quoteAcceptance", s.who.tierOne, agreed);
      const values = [quote, s.stranger.address, "0x01", 1n, signed, ref];
      return { ...(await unsigned((at) => at.who.financierA.id)(s)), values };
    },
  },
  "factoring.refuse": { otherMember: notFinancier },
  "factoring.register": { otherMember: notFinancier },
  "factoring.requestBuyBack": {
    otherMember: auditor(
      (s) => [s.certificate],
      (s) => [s.who.tierOne.id],
    ),
  },
};

const notAnchorer = auditor(
  (s) => [s.anchored],
  (s) => [s.who.tierOne.id],
);

const anchors: Parties = {
  "documentAnchors.supersede": { otherMember: notAnchorer },
  "documentAnchors.withdraw": { otherMember: notAnchorer },
};

/** Whoever is refused of a certificate is refused of a receipt. */
const receipts: Parties = Object.fromEntries(
  Object.entries(certificates).map(([name, its]) => [
    name.replace("creditCertificates.", "warehouseReceipts."),
    Object.fromEntries(
      Object.entries(its).map(([who, party]) => [
        who,
        (s: Scene) => party(receiptAsCertificate(s)),
      ]),
    ),
  ]),
);

/** Refused callers that are particular to a function. */
export const parties: Parties = {
  ...authority,
  ...members,
  ...certificates,
  ...receivables,
  ...settlement,
  ...financing,
  ...anchors,
  ...receipts,
  ...warehouseParties,
  ...lienParties,
};
