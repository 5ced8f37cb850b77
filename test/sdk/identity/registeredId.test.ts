import { expect } from "chai";
import { formatPartyId, parsePartyId, parseRegisteredId, partyId } from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

describe("an identifier of another register", () => {
  it("is one in every spelling", () => {
    for (const text of [
      "DE123456789",
      "de 123.456-789",
      "ＤＥ１２３４５６７８９",
      " DE/123456789\u200b",
    ]) {
      expect(parseRegisteredId(text)).to.equal("DE123456789");
    }
  });

  it("keeps its leading zeros", () => {
    expect(parseRegisteredId("0000.000.196")).to.equal("0000000196");
  });

  it("is refused when nothing of it is left, or too much", () => {
    for (const text of ["", " - ", "x".repeat(65), "x".repeat(300), "\ue000"]) {
      expectCode(() => parseRegisteredId(text), "identity-registered-invalid");
    }
  });

  it("belongs to the scheme that a document names", () => {
    for (const scheme of ["legal", "vat", "party", "endpoint"]) {
      const party = partyId(scheme, "de 1");
      expect(party).to.deep.equal({ scheme, id: "DE1" });
      expect(parsePartyId(formatPartyId(party))).to.deep.equal(party);
    }
    expectCode(() => partyId("name", "Acme"), "identity-scheme-unknown");
  });
});
