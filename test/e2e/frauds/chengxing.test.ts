import {
  confirmationTypedData,
  financings,
  type InvoiceDocument,
  type PartySignature,
  quoteTypedData,
  receivables,
  signTypedMessage,
  termsDigest,
} from "@tallystick/sdk";
import { expect } from "chai";
import { id, Wallet } from "ethers";
import type { Answer } from "../../gateway/helpers/client.ts";
import { tradeTerms } from "../../gateway/helpers/trade.ts";
import { type FraudStage, fraudStage } from "./fraudStage.ts";

const day = 86_400;
const face = "1000000";
const invoice = (number: string, faceMinor = face, usedMinor = faceMinor) => [
  { number, faceMinor, usedMinor },
];

/**
 * From 2015 to 2019 a supplier raised more than 30 billion yuan on receivables against great buyers that had confirmed nothing:
 * with carved seals, forged contracts, and actors who received the funds' visitors as the buyers' staff.
 */
describe("Chengxing 2019: a carved seal confirms what nobody owes", function () {
  this.timeout(120_000);
  let stage: FraudStage;
  let receivable: number;
  before(async () => {
    stage = await fraudStage(["obligor", "tierOne", "financierA"]);
    receivable = await registered(invoice("No. 00881234"));
  });
  after(() => stage.close());

  const registered = async (invoices: unknown, changes = {}): Promise<number> => {
    const terms = await tradeTerms(stage, { invoices, ...changes });
    const body = await stage.done(stage.as("tierOne").post("/v1/receivables", terms));
    return Number(body["receivable"]);
  };
  const confirm = async (
    as: "obligor" | "otherObligor" | "tierOne",
    of: number,
  ): Promise<Answer> => {
    const acceptBy = await stage.instantIn(day);
    return stage.as(as).post(`/v1/receivables/${of}/confirmation`, { acceptBy });
  };
  const documents = (number: string): InvoiceDocument[] => [
    { sellerId: { scheme: "local", id: "tierOne" }, number, face: BigInt(face) },
  ];
  const its = async (of: number, number: string) => ({
    receivable: of,
    terms: await receivables.getTerms(stage.own("tierOne"), { receivable: of }),
    invoices: documents(number),
    acceptBy: (await stage.now()) + day,
  });
  /** A confirmation signed by this wallet; its forger may name another account as the signer. */
  const sealed = async (wallet: Wallet, account = wallet.address): Promise<PartySignature> => {
    const deadline = (await stage.now()) + day;
    const asked = { ...(await its(receivable, "No. 00881234")), deadline, epoch: 1 };
    const data = await confirmationTypedData(stage.deployment, asked);
    return { ...(await signTypedMessage(wallet, data)), account };
  };

  describe("The supplier invents receivables against a great buyer", () => {
    it("A registration lets nobody finance anything: there is no certificate", async () => {
      const certificate = ((BigInt(receivable) << 32n) | 1n).toString();
      const asked = { certificate, valueMinor: face };
      expect(
        await stage.refused(() => stage.as("tierOne").post("/v1/financing-requests", asked)),
      ).to.deep.equal([404, "not-found", `There is no certificate ${certificate}.`]);
      const path = `/v1/receivables/${receivable}/acceptance`;
      expect(await stage.refused(() => stage.as("tierOne").post(path, {}))).to.deep.equal([
        409,
        "ReceivablesWrongState",
        "Receivable 1 is registered and would have to be confirmed.",
      ]);
    });

    it("The supplier confirms to itself, with the gateway and without it", async () => {
      expect(await stage.refused(() => confirm("tierOne", receivable))).to.deep.equal([
        403,
        "not-permitted",
        "This is for a member with role obligor.",
      ]);
      const asked = await its(receivable, "No. 00881234");
      expect(
        await stage.refusedByLedger(() => receivables.confirm(stage.own("tierOne"), asked)),
      ).to.deep.equal([
        "ReceivablesNotParty",
        "This is not for Lianyun Bearings to do on receivable 1.",
      ]);
    });

    it("It carves the buyer's seal: a key that belongs to nobody", async () => {
      const carved = new Wallet(id("carved seal"));
      const asked = await its(receivable, "No. 00881234");
      const forger = await stage.with("carved seal");
      expect(await stage.refusedByLedger(() => receivables.confirm(forger, asked))).to.deep.equal([
        "MembersAccountNotActive",
        `Account ${carved.address} acts for no member.`,
      ]);
      const obligor = await sealed(carved);
      expect(
        await stage.refusedByLedger(() =>
          receivables.confirmWithSignature(stage.own("tierOne"), { ...asked, obligor }),
        ),
      ).to.deep.equal([
        "MembersNotAccountOf",
        `Account ${carved.address} does not act for Huadong Steel.`,
      ]);
    });

    it("It prints the seal below the buyer's true account", async () => {
      const { address } = stage.who.obligor.wallet;
      const obligor = await sealed(new Wallet(id("carved seal")), address);
      const asked = await its(receivable, "No. 00881234");
      expect(
        await stage.refusedByLedger(() =>
          receivables.confirmWithSignature(stage.own("tierOne"), { ...asked, obligor }),
        ),
      ).to.deep.equal([
        "MembersSignatureInvalid",
        `The signature is not one of account ${address} of Huadong Steel, or other terms were signed.`,
      ]);
    });
  });

  describe("Actors play the buyer's staff", () => {
    const straw = {
      name: "Huadong Steel (Group)",
      party: { scheme: "local", id: "huadong-steel-group" },
      roles: ["obligor"],
      size: "large",
      settlementAccount: { bank: "TESTCNBJ", number: "6222 0881" },
    };
    const key = "key of the straw firm";

    it("A firm with a name like the buyer's confirms the buyer's debt", async () => {
      const account = new Wallet(id(key)).address;
      await stage.done(stage.as("operator").post("/v1/members", { ...straw, account }));
      const asked = await its(receivable, "No. 00881234");
      const actor = await stage.with(key);
      expect(await stage.refusedByLedger(() => receivables.confirm(actor, asked))).to.deep.equal([
        "ReceivablesNotParty",
        "This is not for member 19 to do on receivable 1.",
      ]);
    });

    it("The same firm confirms a debt of its own, without a limit that anyone gave it", async () => {
      const { items } = await stage.done(stage.as("auditor").get("/v1/members?q=(Group)"));
      const [{ memberId }] = items as [{ memberId: number }];
      const number = "GROUP 1";
      const own = await registered(invoice(number), { obligor: memberId });
      const asked = await its(own, number);
      const actor = await stage.with(key);
      expect(await stage.refusedByLedger(() => receivables.confirm(actor, asked))).to.deep.equal([
        "ReceivablesLimitExceeded",
        "Member 19's limit is 0.00 CNY, 0.00 is in use, this asks for 10,000.00.",
      ]);
    });

    it("It asks to be admitted as the buyer itself, under the buyer's number", async () => {
      const party = { scheme: "local", id: " OBLIGOR " };
      expect(
        await stage.refused(() => stage.as("operator").post("/v1/members", { ...straw, party })),
      ).to.deep.equal([
        409,
        "conflict",
        "local:OBLIGOR is member 5 already, admitted as Huadong Steel.",
      ]);
    });

    it("A clerk adds an account and signs at once: nothing works before 48 hours", async () => {
      const clerk = new Wallet(id("key of the clerk"));
      await stage.done(stage.as("obligor").post("/v1/accounts", { account: clerk.address }));
      const asked = await its(receivable, "No. 00881234");
      expect(
        await stage.refusedByLedger(async () =>
          receivables.confirm(await stage.with("key of the clerk"), asked),
        ),
      ).to.deep.equal(["MembersAccountNotActive", `Account ${clerk.address} acts for no member.`]);
      const obligor = await sealed(clerk);
      expect(
        await stage.refusedByLedger(() =>
          receivables.confirmWithSignature(stage.own("tierOne"), { ...asked, obligor }),
        ),
      ).to.deep.equal([
        "MembersNotAccountOf",
        `Account ${clerk.address} does not act for Huadong Steel.`,
      ]);
    });

    it("Within those hours the buyer strikes the account out, and it never works", async () => {
      const clerk = new Wallet(id("key of the clerk"));
      await stage.done(stage.write("obligor", "DELETE", `/v1/accounts/${clerk.address}`));
      await stage.pass(2 * day);
      const asked = await its(receivable, "No. 00881234");
      expect(
        await stage.refusedByLedger(async () =>
          receivables.confirm(await stage.with("key of the clerk"), asked),
        ),
      ).to.deep.equal(["MembersAccountNotActive", `Account ${clerk.address} acts for no member.`]);
    });

    it("What a dismissed clerk signed before goes with its account", async () => {
      const clerk = new Wallet(id("own key of obligor"));
      const obligor = await sealed(clerk);
      await stage.done(stage.write("obligor", "DELETE", `/v1/accounts/${clerk.address}`));
      const asked = await its(receivable, "No. 00881234");
      expect(
        await stage.refusedByLedger(() =>
          receivables.confirmWithSignature(stage.own("tierOne"), { ...asked, obligor }),
        ),
      ).to.deep.equal([
        "MembersWrongEpoch",
        "Huadong Steel signed in epoch 1, but its accounts changed since: epoch 2 is needed.",
      ]);
      expect((await receivables.get(stage.own("tierOne"), { receivable })).state).to.equal(
        "registered",
      );
    });
  });

  describe("The supplier has one true receivable, and makes many of it", () => {
    let certificate: bigint;
    before(async () => {
      await stage.done(confirm("obligor", receivable));
      const path = `/v1/receivables/${receivable}/acceptance`;
      const accepted = await stage.done(stage.as("tierOne").post(path, {}));
      certificate = BigInt(String(accepted["certificate"]));
    });

    it("The same invoice in other spellings stands for a second receivable", async () => {
      for (const number of [
        "No. 00881234",
        "no 00881234",
        " NO.0088 1234",
        "Ｎｏ．００８８１２３４",
        "No-00881234\u200b",
      ]) {
        const twin = await registered(invoice(number));
        const [status, code, sentence] = await stage.refused(() => confirm("obligor", twin));
        expect([status, code], number).to.deep.equal([409, "ClaimsOverused"]);
        expect(sentence).to.match(
          /^The invoice with tag 0x[0-9a-f]{64} has 1,000,000 minor units, of which 1,000,000 minor units are used already, /,
        );
      }
    });

    it("The same invoice with another face, or by a part of it", async () => {
      const larger = await registered(invoice("No. 00881234", "2000000", face));
      const [, code] = await stage.refused(() => confirm("obligor", larger));
      expect(code).to.equal("ClaimsOtherFace");
      const part = await registered(invoice("No. 00881234", face, "1"), { amountMinor: "1" });
      const [, overused] = await stage.refused(() => confirm("obligor", part));
      expect(overused).to.equal("ClaimsOverused");
    });

    it("Another buyer confirms the invoice that the first one owes", async () => {
      const obligor = stage.who.otherObligor.id;
      const second = await registered(invoice("No. 00881234"), { obligor });
      const [status, code] = await stage.refused(() => confirm("otherObligor", second));
      expect([status, code]).to.deep.equal([409, "ClaimsOverused"]);
    });

    it("The fund quotes on the papers it was handed, which are others than the buyer confirmed", async () => {
      const { terms } = await its(receivable, "No. 00881234");
      const quote = await quoteOn(terms);
      expect(
        await stage.refusedByLedger(() =>
          quoteTypedData(stage.deployment, { quote, terms, invoices: documents("No. 99999999") }),
        ),
      ).to.deep.equal([
        "terms-tag-differs",
        'The terms use another invoice than number "No. 99999999".',
      ]);
    });

    it("The supplier takes a quote on other terms for its certificate", async () => {
      const other = await registered(invoice("No. 00885678"));
      const { terms, invoices } = await its(other, "No. 00885678");
      const quote = await quoteOn(terms);
      const data = await quoteTypedData(stage.deployment, { quote, terms, invoices });
      const financier = await signTypedMessage(stage.who.financierA.wallet, data);
      expect(
        await stage.refusedByLedger(() =>
          financings.acceptQuote(stage.own("tierOne"), { quote, financier }),
        ),
      ).to.deep.equal([
        "FactoringTermsDiffer",
        "The quote was made on other terms than those of receivable 1.",
      ]);
      const first = await its(receivable, "No. 00881234");
      const altered = { ...quote, termsDigest: termsDigest(first.terms) };
      expect(
        await stage.refusedByLedger(() =>
          financings.acceptQuote(stage.own("tierOne"), { quote: altered, financier }),
        ),
      ).to.deep.equal([
        "MembersSignatureInvalid",
        `The signature is not one of account ${financier.account} of Bund Factoring, or other terms were signed.`,
      ]);
    });

    async function quoteOn(terms: Parameters<typeof termsDigest>[0]) {
      const now = await stage.now();
      return {
        certificate,
        financier: stage.who.financierA.id,
        holder: stage.who.tierOne.id,
        value: 1_000_000n,
        principal: 970_000n,
        discount: 25_000n,
        fee: 5_000n,
        obligorInterest: 0n,
        recourse: false,
        claim: 0n,
        buyBackPrice: 0n,
        bank: stage.who.bank.id,
        registerBy: now + day,
        payBy: now + 2 * day,
        termsDigest: termsDigest(terms),
        nonce: 881n,
        deadline: now + day,
        epoch: 1,
      };
    }
  });
});
