import { expect } from "chai";
import { canonicalInvoiceIdentity, creditNoteProblems } from "../../../sdk/index.ts";
import { inspected, paths, sample } from "./inspectFixture.ts";

const total = "/Invoice/LegalMonetaryTotal";

describe("an invoice in UBL", () => {
  it("says who owes whom how much, and when", async () => {
    const { identity, digest, problems, ...facts } = await inspected(
      sample("invoice.xml"),
      "invoice",
    );
    expect(facts).to.deep.equal({
      kind: "invoice",
      number: "RE-2026/0017",
      seller: {
        name: "Walzwerk Nord & Söhne GmbH",
        id: "506700GE1G29325QX363",
        scheme: "lei",
        register: "0199",
      },
      buyer: { name: "Autofabrik AG", id: "DE987654321", scheme: "vat" },
      amount: { minor: "119238", currency: "EUR" },
      payable: { minor: "100000", currency: "EUR" },
      issued: "2026-03-01",
      due: "2026-05-30",
      names: [],
    });
    expect(problems).to.deep.equal([]);
    expect(digest).to.match(/^0x[0-9a-f]{64}$/);
    const sellerId = { scheme: "lei", id: "506700GE1G29325QX363" } as const;
    expect(identity).to.equal(canonicalInvoiceIdentity({ sellerId, number: "RE 2026 0017" }));
  });

  it("has one identity under other prefixes, quotes, orders and indentation, and a digest of its own", async () => {
    const one = await inspected(sample("invoice.xml"), "invoice");
    const twin = await inspected(sample("invoice-twin.xml"), "invoice");
    expect(twin.identity).to.equal(one.identity);
    expect(twin.digest).not.to.equal(one.digest);
    const { digest, number, identity, ...facts } = one;
    expect(twin).to.deep.include(facts);
  });

  it("is digested as the bytes of its file", async () => {
    const text = `\uFEFF${sample("invoice.xml")}`;
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    const { digest } = await inspected(text, "invoice");
    expect(digest).to.equal(`0x${Buffer.from(bytes).toString("hex")}`);
  });

  it("keeps its identity when amount and dates are altered", async () => {
    const one = await inspected(sample("invoice.xml"), "invoice");
    const altered = await inspected(
      sample("invoice.xml", ["1192.38", "9192.38"], ["2026-05-30", "2026-05-31"]),
      "invoice",
    );
    expect(altered.identity).to.equal(one.identity);
  });

  it("identifies the seller by USCC, LEI, legal entity, VAT, party, endpoint, in this order", async () => {
    const lei = '<cbc:CompanyID schemeID="0199">506700GE1G29325QX363</cbc:CompanyID>';
    const vat = "<cbc:CompanyID>DE 123456789</cbc:CompanyID>";
    const endpoint = '<cbc:EndpointID schemeID="0088">4012345000009</cbc:EndpointID>';
    const party = "<cac:PartyIdentification><cbc:ID>K 77</cbc:ID></cac:PartyIdentification>";
    const sellerOf = async (...changes: [string, string][]) => {
      const { seller } = await inspected(sample("invoice.xml", ...changes), "invoice");
      return `${seller?.scheme}:${seller?.id}`;
    };
    const withParty: [string, string] = [endpoint, endpoint + party];
    expect(await sellerOf([vat, "<cbc:CompanyID>91110108 551385082q</cbc:CompanyID>"])).to.equal(
      "uscc:91110108551385082Q",
    );
    expect(await sellerOf(withParty)).to.equal("lei:506700GE1G29325QX363");
    expect(await sellerOf([lei, "<cbc:CompanyID>HRB 12.345</cbc:CompanyID>"])).to.equal(
      "legal:HRB12345",
    );
    expect(await sellerOf(withParty, [lei, ""])).to.equal("vat:DE123456789");
    expect(await sellerOf(withParty, [lei, ""], [vat, ""])).to.equal("party:K77");
    expect(await sellerOf([lei, ""], [vat, ""])).to.equal("endpoint:4012345000009");
  });

  it("takes no direct-debit creditor for the seller", async () => {
    const endpoint = '<cbc:EndpointID schemeID="0088">4012345000009</cbc:EndpointID>';
    const creditor =
      '<cac:PartyIdentification><cbc:ID schemeID="SEPA">DE98ZZZ0</cbc:ID></cac:PartyIdentification>';
    const text = sample(
      "invoice.xml",
      [endpoint, creditor],
      ["<cbc:CompanyID>DE 123456789</cbc:CompanyID>", ""],
      ['<cbc:CompanyID schemeID="0199">506700GE1G29325QX363</cbc:CompanyID>', ""],
    );
    const document = await inspected(text, "invoice");
    expect(document.seller?.id).to.equal(null);
    expect(paths(document)).to.deep.equal(["/Invoice/AccountingSupplierParty/Party"]);
    expect(document.identity).to.equal('["invoice","","RE20260017",""]');
  });

  const contradictions: readonly [string, string, string, string[]][] = [
    [
      "lines that don't add up (BR-CO-10)",
      "2</cbc:LineExtensionAmount>",
      "3</cbc:LineExtensionAmount>",
      [`${total}/LineExtensionAmount`],
    ],
    [
      "allowances that don't fit (BR-CO-13)",
      ">10</cbc:AllowanceTotalAmount>",
      ">11</cbc:AllowanceTotalAmount>",
      [`${total}/TaxExclusiveAmount`],
    ],
    ["tax that doesn't fit (BR-CO-15)", ">190.38<", ">190.39<", [`${total}/TaxInclusiveAmount`]],
    ["a rest that doesn't fit (BR-CO-16)", ">0.02<", ">0.03<", [`${total}/PayableAmount`]],
    ["a missing number", "<cbc:ID> RE-2026/0017 </cbc:ID>", "<cbc:ID/>", ["/Invoice/ID"]],
    [
      "a missing issue date",
      "<cbc:IssueDate>2026-03-01</cbc:IssueDate>",
      "",
      ["/Invoice/IssueDate"],
    ],
    [
      "a missing currency",
      "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
      "",
      ["/Invoice/DocumentCurrencyCode"],
    ],
    ["a missing due date", "<cbc:DueDate>2026-05-30</cbc:DueDate>", "", ["/Invoice/DueDate"]],
    ["a day that doesn't exist", "2026-05-30", "2026-02-30", ["/Invoice/DueDate"]],
    ["a due date before the issue date", "2026-05-30", "2026-02-28", ["/Invoice/DueDate"]],
    ["the type code of a credit note", "380", "381", ["/Invoice/InvoiceTypeCode"]],
    [
      "a wrong check digit of an LEI",
      "506700GE1G29325QX363",
      "506700GE1G29325QX364",
      ["/Invoice/AccountingSupplierParty/Party/PartyLegalEntity/CompanyID"],
    ],
    [
      "a wrong check character of a USCC",
      "DE 123456789",
      "911101085513850829",
      ["/Invoice/AccountingSupplierParty/Party/PartyTaxScheme/CompanyID"],
    ],
    [
      "a wrong check digit of a GLN",
      "4012345000009",
      "4012345000008",
      ["/Invoice/AccountingSupplierParty/Party/EndpointID"],
    ],
    [
      "a wrong check digit of a GTIN",
      "04012345111118",
      "04012345111119",
      ["/Invoice/InvoiceLine[1]/Item/StandardItemIdentification/ID"],
    ],
    [
      "more decimals than the currency has",
      ">1000.00</cbc:LineExtensionAmount>",
      ">1000.001</cbc:LineExtensionAmount>",
      ["/Invoice/InvoiceLine[1]/LineExtensionAmount", `${total}/LineExtensionAmount`],
    ],
    [
      "an amount in another currency",
      '"EUR">190.38',
      '"USD">190.38',
      ["/Invoice/TaxTotal/TaxAmount"],
    ],
    ["an amount that is none", ">190.38<", ">a lot<", ["/Invoice/TaxTotal/TaxAmount"]],
  ];
  for (const [what, from, to, expected] of contradictions) {
    it(`has a problem with ${what}, and still an identity`, async () => {
      const country: [string, string] = [
        "<cbc:IdentificationCode>DE</cbc:IdentificationCode>",
        `<cbc:IdentificationCode>${what.includes("USCC") ? "CN" : "DE"}</cbc:IdentificationCode>`,
      ];
      const document = await inspected(sample("invoice.xml", [from, to], country), "invoice");
      expect(paths(document)).to.deep.equal(expected);
      expect(document.identity).to.match(/^\["invoice",/);
    });
  }

  it("has a problem with a currency that doesn't exist, and no amount", async () => {
    const text = sample("invoice.xml", [">EUR<", ">XYZ<"]).replaceAll('"EUR"', '"XYZ"');
    const document = await inspected(text, "invoice");
    expect(paths(document)).to.deep.equal(["/Invoice/DocumentCurrencyCode"]);
    expect(document.amount).to.equal(null);
  });

  it("reads an amount of a currency without decimals that is written with zeros", async () => {
    const text = sample("invoice.xml")
      .replaceAll("EUR", "JPY")
      .replace(/>(\d+)\.\d\d</g, ">$1.00<");
    const document = await inspected(text, "invoice");
    expect(document.amount).to.deep.equal({ minor: "1192", currency: "JPY" });
  });

  it("names everything that is missing when nothing is there", async () => {
    const empty = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>';
    const document = await inspected(empty, "invoice");
    expect(paths(document)).to.have.members([
      ...["/Invoice/ID", "/Invoice/IssueDate", "/Invoice/DocumentCurrencyCode"],
      ...[
        "/Invoice/AccountingSupplierParty/Party",
        "/Invoice/AccountingCustomerParty/Party",
        total,
      ],
    ]);
    expect(document.identity).to.contain(document.digest);
  });
});

describe("a credit note in UBL", () => {
  it("is another document than the invoice that it names", async () => {
    const creditNote = await inspected(sample("credit-note.xml"), "credit-note");
    expect(creditNote.names).to.deep.equal(["RE-2026/0017"]);
    expect(creditNote.identity).to.equal('["credit-note","lei:506700GE1G29325QX363","GS4",""]');
    expect(creditNote.problems).to.deep.equal([]);
  });

  it("credits no more than its invoice, earlier credit notes taken off", async () => {
    const invoice = await inspected(sample("invoice.xml"), "invoice");
    const creditNote = await inspected(sample("credit-note.xml"), "credit-note");
    expect(creditNoteProblems(creditNote, invoice)).to.deep.equal([]);
    const [second] = creditNoteProblems(creditNote, invoice, [creditNote]);
    expect(second?.message).to.equal(
      "It credits 119238 minor units of EUR, but only 0 of the invoice are left.",
    );
  });

  it("contradicts an invoice of another number, seller or currency", async () => {
    const creditNote = await inspected(sample("credit-note.xml"), "credit-note");
    const text = sample("invoice.xml", ["RE-2026/0017", "RE-2026/0018"], ["0199", "0200"]);
    const other = await inspected(text.replaceAll("EUR", "USD"), "invoice");
    const found = creditNoteProblems(creditNote, other).map(({ path }) => path);
    expect(found).to.deep.equal([
      "/CreditNote/BillingReference",
      "/CreditNote/AccountingSupplierParty",
      "/CreditNote/LegalMonetaryTotal/TaxInclusiveAmount",
    ]);
  });
});
