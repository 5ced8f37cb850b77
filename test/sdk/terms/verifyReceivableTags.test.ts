import { expect } from "chai";
import {
  confirmationTypedData,
  earlierTags,
  type InvoiceDocument,
  quoteTypedData,
  receivableAcceptanceTypedData,
  receivables,
  type TagSource,
  unblindedTagSources,
  verifyReceivableTags,
} from "../../../sdk/index.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";
import { chain } from "../../helpers/chain.ts";
import { sdkLedger } from "../../helpers/sdkLedger.ts";
import { sdkPayments } from "../../helpers/sdkPayments.ts";
import { sdkScene } from "../../helpers/sdkScene.ts";

async function prepared() {
  const ledger = await sdkLedger();
  const scene = sdkScene(ledger);
  return { ...ledger, scene, payments: sdkPayments(ledger, scene) };
}

function changed(invoices: readonly InvoiceDocument[], change: object): InvoiceDocument[] {
  return invoices.map((invoice) => ({ ...invoice, ...change }));
}

describe("terms and the documents behind them", () => {
  const load = () => chain.networkHelpers.loadFixture(prepared);

  it("agree, however an invoice number is spelled", async () => {
    const { scene } = await load();
    const { terms, invoices } = await scene.terms();
    const [{ number }] = invoices as [InvoiceDocument];
    await verifyReceivableTags(terms, changed(invoices, { number: ` ${number.toLowerCase()} ` }));
  });

  it("disagree about another invoice, another amount, or a missing one", async () => {
    const { scene } = await load();
    const { terms, invoices } = await scene.terms({ face: 500_00n });
    const cases: [readonly InvoiceDocument[], string][] = [
      [changed(invoices, { number: "another" }), "terms-tag-differs"],
      [changed(invoices, { sellerId: { scheme: "local", id: "other" } }), "terms-tag-differs"],
      [changed(invoices, { face: 500_01n }), "terms-amount-differs"],
      [changed(invoices, { used: 499_99n }), "terms-amount-differs"],
      [[], "terms-invoices-differ"],
      [[...invoices, ...invoices], "terms-invoices-differ"],
    ];
    for (const [documents, code] of cases) {
      const error = await caughtFrom(verifyReceivableTags(terms, documents));
      expect(error.code).to.equal(code);
      expect(error.message).to.match(/^The .*\.$/);
    }
  });

  it("disagree when the invoices do not add up to the amount", async () => {
    const { scene } = await load();
    const { terms, invoices } = await scene.terms();
    const more = { ...terms, amount: terms.amount + 1n };
    const error = await caughtFrom(verifyReceivableTags(more, invoices));
    expect(error.code).to.equal("terms-amount-differs");
  });

  it("disagree when the tags are of another key epoch", async () => {
    const { scene } = await load();
    const { terms, invoices } = await scene.terms();
    const later = { ...terms, epoch: 1 };
    const unknown = await caughtFrom(verifyReceivableTags(later, invoices));
    expect(unknown.code).to.equal("tag-server-unknown");
    const source: TagSource = { epoch: 1n, tagOf: async () => `0x${"0".repeat(64)}` };
    const error = await caughtFrom(verifyReceivableTags(later, invoices, { at: () => source }));
    expect(error.code).to.equal("terms-tag-differs");
  });

  it("disagree when a tag under an earlier key epoch is of another invoice, or missing", async () => {
    const { scene } = await load();
    const { terms, invoices } = await scene.terms();
    const earlier = await earlierTags(invoices, unblindedTagSources, [0]);
    await verifyReceivableTags({ ...terms, earlier }, invoices);
    for (const tags of [[], [`0x${"1".repeat(64)}`], [...(earlier[0]?.tags ?? []), "0x"]]) {
      const other = { ...terms, earlier: [{ epoch: 0, tags }] };
      const error = await caughtFrom(verifyReceivableTags(other, invoices));
      expect(error.code).to.equal("terms-tag-differs");
    }
  });

  it("are compared before anybody signs or confirms", async () => {
    const { as, scene, payments, deployment } = await load();
    const { quote, terms, invoices, receivable } = await payments.quote();
    const documents = changed(invoices, { number: "another" });
    const deadline = (await scene.now()) + 60;
    const message = { terms, invoices: documents, acceptBy: deadline, deadline, epoch: 1 };
    for (const attempt of [
      confirmationTypedData(deployment, message),
      receivableAcceptanceTypedData(deployment, message),
      quoteTypedData(deployment, { quote, terms, invoices: documents }),
      receivables.confirm(as.obligor, { ...message, receivable }),
    ]) {
      expect((await caughtFrom(attempt)).code).to.equal("terms-tag-differs");
    }
    const other = { ...quote, termsDigest: scene.digest("other terms") };
    const refused = await caughtFrom(quoteTypedData(deployment, { quote: other, terms, invoices }));
    expect(refused.code).to.equal("terms-digest-differs");
  });
});
