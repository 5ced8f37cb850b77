import { expect } from "chai";
import {
  acceptanceTypedData,
  attestationTypedData,
  cancellationTypedData,
  certificates,
  confirmationTypedData,
  countTypedData,
  earlyPayments,
  earlyPaymentTypedData,
  enforcementTypedData,
  financings,
  liens,
  type PartySignature,
  payments,
  pickUpTypedData,
  pledgeAcceptanceTypedData,
  pledgeCountersignatureTypedData,
  pledgedPaymentTypedData,
  quoteAcceptanceTypedData,
  quoteTypedData,
  randomNonce,
  receiptAcceptanceTypedData,
  receipts,
  receivableAcceptanceTypedData,
  receivables,
  replacementTypedData,
  retirementTypedData,
  type signedTypes,
  signTypedMessage,
  type TypedData,
  type TypedDataSigner,
  warehouses,
} from "../../../sdk/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { type SdkLedger, sdkLedger } from "../../helpers/sdkLedger.ts";
import { sdkLiens } from "../../helpers/sdkLiens.ts";
import { sdkPayments } from "../../helpers/sdkPayments.ts";
import { sdkScene } from "../../helpers/sdkScene.ts";
import { sdkWarehouse } from "../../helpers/sdkWarehouse.ts";

/** One message, who signs it, and the call that takes the signature. */
type Case = {
  readonly typedData: TypedData;
  readonly signer: TypedDataSigner;
  readonly act: (signature: PartySignature) => Promise<unknown>;
};

const largestUint72 = (1n << 72n) - 1n;

function casesOf(ledger: SdkLedger) {
  const { as, who, signers, deployment } = ledger;
  const before = sdkScene(ledger);
  const warehouse = sdkWarehouse(ledger, before);
  const paid = { ...before, ...sdkPayments(ledger, before) };
  const scene = { ...paid, warehouse, lien: sdkLiens(ledger, paid, warehouse) };
  const soon = async (): Promise<number> => (await scene.now()) + 3_600;
  const both = async (typedData: TypedData) => signTypedMessage(signers.obligor, typedData);

  const cases: Record<keyof typeof signedTypes, () => Promise<Case>> = {
    async confirmation() {
      const made = await scene.registered();
      const acceptBy = await soon();
      const message = { ...made, acceptBy, deadline: acceptBy, epoch: 1 };
      return {
        typedData: await confirmationTypedData(deployment, message),
        signer: signers.obligor,
        act: (obligor) =>
          receivables.confirmWithSignature(as.anyone, { ...made, acceptBy, obligor }),
      };
    },
    async acceptanceOfReceivable() {
      const made = await scene.confirmed();
      const message = { ...made, deadline: await soon(), epoch: 1 };
      return {
        typedData: await receivableAcceptanceTypedData(deployment, message),
        signer: signers.supplier,
        act: (creditor) => receivables.acceptWithSignature(as.anyone, { ...made, creditor }),
      };
    },
    async acceptance() {
      const { certificate } = await scene.issued();
      const tradeReference = scene.digest("order 7");
      const nonce = randomNonce();
      const acceptance = { certificate, to: who.buyer, value: 250_00n, tradeReference, nonce };
      const message = { acceptance, deadline: await soon(), epoch: 1 };
      return {
        typedData: acceptanceTypedData(deployment, message),
        signer: signers.buyer,
        act: (recipient) =>
          certificates.transferWithAcceptance(as.supplier, { acceptance, recipient }),
      };
    },
    async quote() {
      const made = await scene.quote();
      return {
        typedData: await quoteTypedData(deployment, made),
        signer: signers.financier,
        act: (financier) => financings.acceptQuote(as.supplier, { ...made, financier }),
      };
    },
    async quoteAcceptance() {
      const made = await scene.quote();
      const offered = await quoteTypedData(deployment, made);
      const financier = await signTypedMessage(signers.financier, offered);
      const holderNonce = randomNonce();
      const message = { ...made, nonce: holderNonce, deadline: await soon(), epoch: 1 };
      return {
        typedData: quoteAcceptanceTypedData(deployment, message),
        signer: signers.supplier,
        act: (holder) =>
          financings.acceptQuoteWithSignature(as.anyone, {
            ...made,
            financier,
            holderNonce,
            holder,
          }),
      };
    },
    async attestation() {
      const attestation = await scene.attestation();
      const message = { attestation, deadline: await soon(), epoch: 1 };
      return {
        typedData: attestationTypedData(deployment, message),
        signer: signers.bank,
        act: (bank) => payments.attestWithSignature(as.anyone, { attestation, bank }),
      };
    },
    async earlyPayment() {
      const terms = await scene.earlyPaymentTerms();
      const typedData = earlyPaymentTypedData(deployment, {
        terms,
        deadline: await soon(),
        epoch: 1,
      });
      const obligor = await both(typedData);
      return {
        typedData,
        signer: signers.supplier,
        act: (holder) => earlyPayments.agree(as.anyone, { terms, obligor, holder }),
      };
    },
    async pledgedPayment() {
      const terms = await scene.lien.earlyPaymentTerms();
      const message = { terms, deadline: await soon(), epoch: 1 };
      const typedData = pledgedPaymentTypedData(deployment, message);
      const [obligor, holder] = [
        await both(typedData),
        await signTypedMessage(signers.supplier, typedData),
      ];
      return {
        typedData,
        signer: signers.financier,
        act: (securedParty) =>
          earlyPayments.agreePledged(as.anyone, { terms, obligor, holder, securedParty }),
      };
    },
    async count() {
      const { lot } = await scene.warehouse.lot();
      const count = await scene.warehouse.count({ lot, quantity: 10_000n });
      return {
        typedData: countTypedData(deployment, { count, deadline: await soon(), epoch: 1 }),
        signer: signers.custodian,
        act: (counter) => warehouses.recordCount(as.anyone, { count, counter }),
      };
    },
    async receiptAcceptance() {
      const { receipt } = await scene.warehouse.issued();
      const tradeReference = scene.digest("order 7");
      const nonce = randomNonce();
      const acceptance = { receipt, to: who.buyer, quantity: 500n, tradeReference, nonce };
      const message = { acceptance, deadline: await soon(), epoch: 1 };
      return {
        typedData: receiptAcceptanceTypedData(deployment, message),
        signer: signers.buyer,
        act: (recipient) => receipts.transferWithAcceptance(as.supplier, { acceptance, recipient }),
      };
    },
    async pickUp() {
      const { receipt } = await scene.warehouse.issued();
      const pickUp = scene.warehouse.pickUp({ receipt });
      return {
        typedData: pickUpTypedData(deployment, { pickUp, deadline: await soon(), epoch: 1 }),
        signer: signers.supplier,
        act: (holder) => receipts.pickUp(as.custodian, { pickUp, holder }),
      };
    },
    async cancellation() {
      const { receipt } = await scene.warehouse.issued();
      const cancellation = scene.warehouse.cancellation({ receipt });
      const message = { cancellation, deadline: await soon(), epoch: 1 };
      return {
        typedData: cancellationTypedData(deployment, message),
        signer: signers.supplier,
        act: (holder) => receipts.cancel(as.custodian, { cancellation, holder }),
      };
    },
    async replacement() {
      const { receipt } = await scene.warehouse.issued();
      const { lot: newLot } = await scene.warehouse.counted();
      const replacement = scene.warehouse.replacement({ receipt, newLot });
      const message = { replacement, deadline: await soon(), epoch: 1 };
      return {
        typedData: replacementTypedData(deployment, message),
        signer: signers.supplier,
        act: (holder) => receipts.replace(as.custodian, { replacement, holder }),
      };
    },
    async pledgeAcceptance() {
      const { certificate: token, ...documents } = await scene.issued();
      const pledge = await scene.lien.pledge({ token });
      const registration = await scene.lien.registration();
      const nonce = randomNonce();
      const word = { pledge, registration, documents, debtor: who.supplier, nonce };
      const until = { deadline: pledge.expiresAt, epoch: 1 };
      return {
        typedData: await pledgeAcceptanceTypedData(deployment, { ...word, ...until }),
        signer: signers.financier,
        act: (signature) => {
          const securedParty = { nonce, ...signature };
          return liens.pledgeWithSignatures(as.supplier, { pledge, registration, securedParty });
        },
      };
    },
    async pledgeCountersignature() {
      const pledge = await scene.lien.pledgeOfGoods();
      const nonce = randomNonce();
      const word = { pledge, debtor: who.supplier, nonce, deadline: pledge.expiresAt, epoch: 1 };
      const accepted = await pledgeAcceptanceTypedData(deployment, word);
      const securedParty = { nonce, ...(await signTypedMessage(signers.financier, accepted)) };
      return {
        typedData: pledgeCountersignatureTypedData(deployment, word),
        signer: signers.custodian,
        act: (signature) => {
          const custodian = { nonce, ...signature };
          return liens.pledgeWithSignatures(as.supplier, { pledge, securedParty, custodian });
        },
      };
    },
    async enforcement() {
      const { lien, defaultedAt } = await scene.lien.defaulted();
      const order = scene.lien.takeOver({ lien, defaultedAt, nonce: randomNonce() });
      return {
        typedData: enforcementTypedData(deployment, { order, deadline: await soon(), epoch: 1 }),
        signer: signers.supplier,
        act: (debtor) => liens.enforce(as.financier, { order, debtor }),
      };
    },
    async retirement() {
      const terms = await scene.retirementTerms();
      const typedData = retirementTypedData(deployment, {
        terms,
        deadline: await soon(),
        epoch: 1,
      });
      const obligor = await both(typedData);
      const lefts = [largestUint72];
      return {
        typedData,
        signer: signers.supplier,
        act: (holder) => earlyPayments.retireToBill(as.anyone, { terms, lefts, obligor, holder }),
      };
    },
  };
  return cases;
}

/** Another value of the same type. */
function other(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value === "bigint") return value === 0n ? 1n : value - 1n;
  if (Array.isArray(value)) return [{ epoch: 1, tags: [] }, ...value];
  if (typeof value === "object" && value !== null) {
    const [first] = Object.entries(value);
    if (first === undefined) throw new Error("an empty struct");
    const [name, its] = first;
    return { ...value, [name]: other(its) };
  }
  if (typeof value !== "string") throw new Error(`nothing is like ${String(value)}`);
  // An address in small letters has no checksum that the change would break.
  return `${value.slice(0, -1).toLowerCase()}${value.endsWith("1") ? "2" : "1"}`;
}

const kinds = [
  "confirmation",
  "acceptanceOfReceivable",
  "acceptance",
  "quote",
  "quoteAcceptance",
  "attestation",
  "earlyPayment",
  "pledgedPayment",
  "retirement",
  "count",
  "receiptAcceptance",
  "pickUp",
  "cancellation",
  "replacement",
  "pledgeAcceptance",
  "pledgeCountersignature",
  "enforcement",
] as const satisfies readonly (keyof typeof signedTypes)[];

describe("a signed message", () => {
  for (const kind of kinds) {
    describe(`of kind ${kind}`, () => {
      async function prepared() {
        return casesOf(await sdkLedger())[kind]();
      }
      const load = async (): Promise<Case> => {
        preparations[kind] ??= prepared;
        return chain.networkHelpers.loadFixture(preparations[kind]);
      };

      it("is taken by the contract", async () => {
        const { typedData, signer, act } = await load();
        await act(await signTypedMessage(signer, typedData));
      });

      it("says nothing for other terms, whichever of them differs", async () => {
        const { typedData, signer, act } = await load();
        // The first struct is the message; those that it refers to are values of its fields.
        const [fields = []] = Object.values(typedData.types);
        const names = fields.map(({ name }) => name);
        expect(Object.keys(typedData.value)).to.have.members(names);
        const accepted: string[] = [];
        for (const name of names) {
          const value = { ...typedData.value, [name]: other(typedData.value[name]) };
          const signed = await signTypedMessage(signer, { ...typedData, value });
          const { deadline, epoch } = typedData.value;
          const { code } = await caughtFrom(act({ ...signed, deadline, epoch }));
          if (code !== "MembersSignatureInvalid") accepted.push(`${name}: ${code}`);
        }
        expect(accepted).to.deep.equal([]);
      });

      it("says nothing on another chain, to another contract or under another name", async () => {
        const { typedData, signer, act } = await load();
        for (const change of [
          { chainId: 1 },
          { verifyingContract: signer.address },
          { name: "Tallystock" },
          { version: "2" },
        ]) {
          const domain = { ...typedData.domain, ...change };
          const signed = await signTypedMessage(signer, { ...typedData, domain });
          expect((await caughtFrom(act(signed))).code).to.equal("MembersSignatureInvalid");
        }
      });

      it("says nothing when somebody else signed it", async () => {
        const { typedData, signer, act } = await load();
        const wallet = (await chain.ethers.getSigners()).at(-1);
        if (wallet === undefined) throw new Error("the chain has no accounts");
        const signed = await signTypedMessage(wallet, typedData);
        const forged = { ...signed, account: signer.address };
        expect((await caughtFrom(act(forged))).code).to.equal("MembersSignatureInvalid");
      });
    });
  }
});

// One function per kind for `loadFixture`, which tells fixtures apart by identity.
const preparations: Partial<Record<(typeof kinds)[number], () => Promise<Case>>> = {};
