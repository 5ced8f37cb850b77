import { expect } from "chai";
import { keccak256, toUtf8Bytes } from "ethers";
import fc from "fast-check";
import {
  type CanonicalInvoiceIdentityParameters,
  canonicalInvoiceIdentity,
  canonicalInvoiceNumber,
  partyId,
  unblindedTag,
  unblindedTagSource,
} from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const seller = partyId("uscc", "91110108551385082Q");
const tag = (parameters: Partial<CanonicalInvoiceIdentityParameters>): string =>
  unblindedTag(canonicalInvoiceIdentity({ sellerId: seller, number: "1", ...parameters }));

const alphanumeric = fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
const invoiceNumber = fc
  .array(alphanumeric, { minLength: 1, maxLength: 30 })
  .map((characters) => characters.join(""));

/** Other ways to write a character, and things that may stand between two. */
const respell: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => character.toLowerCase(),
  (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0),
  (character) => String.fromCodePoint(character.toLowerCase().charCodeAt(0) + 0xfee0),
];
const between = [
  "",
  " ",
  "-",
  "/",
  ".",
  "　",
  "\u200b",
  "\u00a0",
  "—",
  "#",
  "_",
  "·",
  "\t",
  "\ufe0f",
];

describe("the tag of an invoice", () => {
  it("is the same for any spelling of its number and code", () => {
    const spelling = fc.array(fc.record({ way: fc.nat(3), gap: fc.nat(between.length - 1) }), {
      minLength: 31,
      maxLength: 31,
    });
    fc.assert(
      fc.property(invoiceNumber, spelling, (number, choices) => {
        const written = [...number]
          .map((character, index) => {
            const { way = 0, gap = 0 } = choices[index] ?? {};
            return `${respell[way]?.(character) ?? ""}${between[gap] ?? ""}`;
          })
          .join("");
        expect(tag({ number: written })).to.equal(tag({ number }));
        expect(tag({ code: written })).to.equal(tag({ code: number }));
      }),
      { numRuns: 1024 },
    );
  });

  it("is that of the number alone for a Chinese tax invoice, whoever is named as its seller", () => {
    const other = partyId("uscc", "91350100M000100Y43");
    const number = "25312000000012345678";
    expect(tag({ number })).to.equal(tag({ number: "2531 2000 0000 1234 5678", sellerId: other }));
    const old = { code: "011001900111", number: "12345678" };
    expect(tag(old)).to.equal(tag({ ...old, sellerId: other }));
    expect(tag(old)).to.not.equal(tag({ ...old, code: "011001900112" }));
    // A number of another length is the seller's own.
    expect(tag({ number: "1234567" })).to.not.equal(tag({ number: "1234567", sellerId: other }));
    const abroad = partyId("local", "a");
    expect(tag({ number })).to.not.equal(tag({ number, sellerId: abroad }));
  });

  it("differs whenever seller, number or code differ", () => {
    const anyIdentity = fc.record({
      sellerId: fc.constantFrom(
        seller,
        partyId("local", "a"),
        partyId("local", "91110108551385082Q"),
      ),
      number: invoiceNumber,
      code: fc.option(invoiceNumber, { nil: undefined }),
    });
    fc.assert(
      fc.property(anyIdentity, anyIdentity, (left, right) => {
        const equal =
          left.sellerId === right.sellerId &&
          left.number === right.number &&
          left.code === right.code;
        expect(tag(left) === tag(right)).to.equal(equal);
      }),
      { numRuns: 1024 },
    );
  });

  it("can't be met by moving characters from one part to the next", () => {
    expect(tag({ number: "12", code: "3" })).to.not.equal(tag({ number: "1", code: "23" }));
    const odd = partyId("local", 'A","1');
    const plain = partyId("local", "A");
    expect(tag({ sellerId: odd, number: "1" })).to.not.equal(
      tag({ sellerId: plain, number: "11" }),
    );
    expect(tag({ buyerId: plain })).to.not.equal(tag({}));
    expect(tag({ buyerId: plain })).to.not.equal(tag({ buyerId: odd }));
  });

  it("keeps leading zeros, which schemes may count on", () => {
    expect(canonicalInvoiceNumber("000611365")).to.equal("000611365");
    expect(tag({ number: "0611365" })).to.not.equal(tag({ number: "611365" }));
  });

  it("takes an empty code for no code", () => {
    expect(tag({ code: "" })).to.equal(tag({}));
  });

  it("is refused to a number with nothing to tell, too much, or characters without meaning", () => {
    for (const number of [
      "",
      "---",
      " ",
      "\u200b",
      "9".repeat(65),
      "1".repeat(257),
      "1\ud800",
      "1\ue000",
    ]) {
      expectCode(() => canonicalInvoiceNumber(number), "identity-invoice-number-invalid");
    }
    expectCode(() => tag({ code: "--" }), "identity-invoice-number-invalid");
  });

  it("is, for now, keccak256 of the identity under key epoch 0", async () => {
    const identity = canonicalInvoiceIdentity({ sellerId: seller, number: "2026-17", code: "031" });
    expect(identity).to.equal('["invoice","uscc:91110108551385082Q","202617","031"]');
    expect(unblindedTag(identity)).to.equal(keccak256(toUtf8Bytes(identity)));
    expect(unblindedTagSource.epoch).to.equal(0n);
    expect(await unblindedTagSource.tagOf(identity)).to.equal(unblindedTag(identity));
  });
});
