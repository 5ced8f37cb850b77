import { expect } from "chai";
import fc from "fast-check";
import {
  canonicalText,
  formatPartyId,
  legalIdentityDigest,
  parseLei,
  parseLocalId,
  parsePartyId,
  parseUscc,
  partyId,
  randomSalt,
  saltedDigest,
  settlementAccountDigest,
} from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCodePoint(character.charCodeAt(0) + 0xfee0));

/** A right code for any 17 characters, computed another way: the sum with the check is 0 mod 31. */
function withCheck(body: string): string {
  const check = [...usccAlphabet].find((candidate) => {
    let sum = 0n;
    for (const [index, character] of [...body, candidate].entries()) {
      sum += BigInt(usccAlphabet.indexOf(character)) * 3n ** BigInt(index);
    }
    return addsUpToZero(sum, candidate);
  });
  return `${body}${check ?? ""}`;
}

/** The check stands outside the weights, so its weighted term is exchanged for its plain value. */
function addsUpToZero(sum: bigint, check: string): boolean {
  const value = BigInt(usccAlphabet.indexOf(check));
  return (sum - value * 3n ** 17n + value) % 31n === 0n;
}

const usccBody = fc
  .array(fc.constantFrom(...usccAlphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(""));

describe("a unified social credit code (GB 32100)", () => {
  it("is accepted with a right check character, the one for a sum of 0 included", () => {
    for (const code of ["91350100M000100Y43", "91110108551385082Q", "9111010855138508R0"]) {
      expect(parseUscc(code)).to.equal(code);
    }
  });

  it("is refused with a wrong one, in another length, or with a letter that the standard omits", () => {
    const wrong = ["91110108551385H8R7", "91350100M000100Y44", "91110108551385082R", "H8R7C6D", ""];
    const shape = [
      "91350100M000100Y4",
      "91350100M000100Y433",
      "9135010OM000100Y43",
      "x".repeat(99),
    ];
    for (const code of [...wrong, ...shape, "91350100M000100Y4𠀀", "91350100M000100Y4\u{10FFFF}"]) {
      expectCode(() => parseUscc(code), "identity-uscc-invalid");
    }
  });

  it("is read in small letters, full width, with spaces and hyphens", () => {
    for (const code of [
      "91350100m000100y43",
      "913501 00-M000100Y-43 ",
      fullWidth("91350100M000100Y43"),
    ]) {
      expect(parseUscc(code)).to.equal("91350100M000100Y43");
    }
  });

  it("has exactly one right check character, and notices any single mistyped character", () => {
    fc.assert(
      fc.property(usccBody, fc.nat(17), fc.constantFrom(...usccAlphabet), (body, at, typed) => {
        const code = withCheck(body);
        expect(parseUscc(code)).to.equal(code);
        fc.pre(code[at] !== typed);
        const mistyped = code.slice(0, at) + typed + code.slice(at + 1);
        expectCode(() => parseUscc(mistyped), "identity-uscc-invalid");
      }),
      { numRuns: 1024 },
    );
  });
});

describe("a legal entity identifier (ISO 17442)", () => {
  it("is accepted with right check digits", () => {
    for (const lei of ["5493001KJTIIGC8Y1R12", "529900T8BM49AURSDO55", "506700GE1G29325QX363"]) {
      expect(parseLei(lei)).to.equal(lei);
      expect(parseLei(fullWidth(lei.toLowerCase()))).to.equal(lei);
    }
  });

  it("is refused with wrong ones or another shape", () => {
    const wrong = ["5493001KJTIIGC8Y1R13", "5493001KJTIIGC8Y1R1", "5493001KJTIIGC8Y1RAB", ""];
    for (const lei of [...wrong, "9".repeat(99)]) {
      expectCode(() => parseLei(lei), "identity-lei-invalid");
    }
  });

  it("has one spelling: check digits that are only congruent are refused", () => {
    const body = fc
      .array(fc.constantFrom(..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), {
        minLength: 18,
        maxLength: 18,
      })
      .map((characters) => characters.join(""));
    fc.assert(
      fc.property(body, (start) => {
        const right = Array.from({ length: 100 }, (_, check) =>
          String(check).padStart(2, "0"),
        ).filter((check) => {
          try {
            return parseLei(start + check) === start + check;
          } catch {
            return false;
          }
        });
        expect(right).to.have.length(1);
        const digits = [...`${start}${right[0] ?? ""}`]
          .map((one) => Number.parseInt(one, 36))
          .join("");
        expect(BigInt(digits) % 97n).to.equal(1n);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a party's identity", () => {
  it("is a scheme and an identifier, one string for all spellings", () => {
    expect(formatPartyId(partyId("uscc", "91110108-551385082q"))).to.equal(
      "uscc:91110108551385082Q",
    );
    expect(parsePartyId("local: Acme\u3000 7")).to.deep.equal({ scheme: "local", id: "ACME 7" });
    expect(parsePartyId("local:a:b").id).to.equal("A:B");
    expect(formatPartyId({ scheme: "local", id: "华东钢铁" })).to.equal("local:华东钢铁");
  });

  it("is refused under an unknown scheme or without an identifier", () => {
    for (const text of ["duns:1", "acme", "", ":1", "toString:1", "USCC:91110108551385082Q"]) {
      expectCode(() => parsePartyId(text), "identity-scheme-unknown");
    }
    for (const id of [
      "",
      "   ",
      "a\u0007b",
      "x".repeat(65),
      "\u200b",
      "\ud800",
      "\ue000",
      "\u{e0fff}",
    ]) {
      expectCode(() => parseLocalId(id), "identity-local-invalid");
    }
  });

  it("stays itself when written and read again, whatever characters it has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 12 }), (text) => {
        let canonical: string;
        try {
          canonical = parseLocalId(text);
        } catch {
          return;
        }
        expect(parseLocalId(canonical)).to.equal(canonical);
        expect(parsePartyId(`local:${canonical}`).id).to.equal(canonical);
        expect(parseLocalId(`  ${canonical.toLowerCase().toUpperCase()} `)).to.equal(
          parseLocalId(canonical.toLowerCase().toUpperCase()),
        );
      }),
      { numRuns: 2048 },
    );
  });
});

describe("canonicalText", () => {
  it("folds to what folds to itself, also where forms grow, shrink or join", () => {
    const mischief = [..."ßŉﬁ①㍿ｶﾞ가-\u0301e\u034f\u200bİıſΩÅ²½㋿ẞΐǰ\u3164ǅ℡ᾳ한９ａ _"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...mischief), { maxLength: 12 }), (characters) => {
        const text = characters.join("");
        const folded = canonicalText(text, /[^\p{L}\p{N}]/gu);
        if (folded === undefined) expect.fail(`did not settle: ${JSON.stringify(text)}`);
        expect(canonicalText(folded, /[^\p{L}\p{N}]/gu)).to.equal(folded);
        expect(folded).to.match(/^[\p{L}\p{N}]*$/u);
      }),
      { numRuns: 4096 },
    );
  });

  it("knows no text with characters that have no agreed meaning", () => {
    for (const text of ["a\ud800", "\ue000", "\u0378", "\u{f0000}"]) {
      expect(canonicalText(text, /x/g), text).to.equal(undefined);
    }
  });
});

describe("salted digests", () => {
  const salt = `0x${"01".repeat(32)}`;
  const party = { scheme: "uscc", id: "91110108551385082Q" } as const;
  const account = { bank: "ICBKCNBJ", number: "6222020000" };

  it("are the same for every spelling and differ with the salt", () => {
    const digest = legalIdentityDigest(party, salt);
    expect(digest).to.match(/^0x[0-9a-f]{64}$/);
    expect(legalIdentityDigest({ scheme: "uscc", id: "9111 0108551385082q" }, salt)).to.equal(
      digest,
    );
    expect(legalIdentityDigest(party, randomSalt())).to.not.equal(digest);
    const accountDigest = settlementAccountDigest(account, salt);
    const respelled = { bank: "icbk-cnbj", number: fullWidth("6222 0200 00") };
    expect(settlementAccountDigest(respelled, salt)).to.equal(accountDigest);
  });

  it("stay what they were in an earlier release", () => {
    expect(legalIdentityDigest(party, salt)).to.equal(
      "0x681212b48c224686482d6d6adab2202097d9545379c84dae60daf47883599f87",
    );
    expect(settlementAccountDigest(account, salt)).to.equal(
      "0x69a50554f4dc87837e8ed1b0ec2fa028bd80a448e8065452fbcf6a3dc1a9a7a3",
    );
  });

  it("differ by purpose and can't run parts of an account into one another", () => {
    expect(saltedDigest("one", "x", salt)).to.not.equal(saltedDigest("two", "x", salt));
    const shifted = { bank: "ICBKCNBJ6", number: "222020000" };
    expect(settlementAccountDigest(shifted, salt)).to.not.equal(
      settlementAccountDigest(account, salt),
    );
  });

  it("refuse a salt that is no salt and accounts that are no accounts", () => {
    for (const wrong of [
      "",
      "0x",
      `0x${"00".repeat(32)}`,
      `0x${"01".repeat(31)}`,
      "01".repeat(32),
    ]) {
      expectCode(() => legalIdentityDigest(party, wrong), "identity-salt-invalid");
    }
    const parts = ["", " - ", "x".repeat(41), "工商银行", "x".repeat(129)];
    for (const part of parts) {
      expectCode(
        () => settlementAccountDigest({ bank: part, number: "1" }, salt),
        "identity-account-invalid",
      );
      expectCode(
        () => settlementAccountDigest({ bank: "1", number: part }, salt),
        "identity-account-invalid",
      );
    }
  });
});
