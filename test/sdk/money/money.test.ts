import { expect } from "chai";
import fc from "fast-check";
import {
  bytes3ToCurrency,
  currencyExponent,
  currencyExponents,
  currencyToBytes3,
  formatMoney,
  parseMoney,
} from "../../../sdk/index.ts";
import { expectCode } from "../expectCode.ts";

const anyCurrency = fc.constantFrom(...currencyExponents.keys());

describe("the table of currencies", () => {
  it("holds every code once, as three capitals", () => {
    expect(currencyExponents.size).to.equal(165);
    for (const code of currencyExponents.keys()) expect(code).to.match(/^[A-Z]{3}$/);
  });

  it("knows the decimals of ISO 4217, not those in daily use", () => {
    const expected = { CNY: 2, USD: 2, EUR: 2, JPY: 0, KRW: 0, VND: 0, ISK: 0, UGX: 0 };
    const further = { KWD: 3, BHD: 3, IQD: 3, TND: 3, CLF: 4, UYW: 4, MGA: 2, MRU: 2, IDR: 2 };
    for (const [code, exponent] of Object.entries({ ...expected, ...further })) {
      expect(currencyExponent(code), code).to.equal(exponent);
    }
  });

  it("has every current currency that this engine knows", () => {
    // Withdrawn from ISO 4217, or without a minor unit, while engines still list them.
    const gone = new Set(["ANG", "BGN", "CUC", "HRK", "SLL", "ZWL", "XDR", "XSU"]);
    const missing = Intl.supportedValuesOf("currency").filter(
      (code) => !currencyExponents.has(code) && !gone.has(code),
    );
    expect(missing).to.deep.equal([]);
    for (const code of gone) expect(currencyExponents.has(code), code).to.equal(false);
  });

  it("refuses codes that are withdrawn, in small letters, without a minor unit or made up", () => {
    for (const code of ["BGN", "cny", "XAU", "XXX", "", "RMB", "CNY ", "__proto__"]) {
      expectCode(() => currencyExponent(code), "money-currency-unknown");
    }
  });
});

describe("parseMoney", () => {
  it("reads plain and grouped amounts exactly", () => {
    expect(parseMoney("1,234.50", "CNY")).to.deep.equal({ minor: 123450n, currency: "CNY" });
    expect(parseMoney("55.94", "CNY").minor).to.equal(5594n);
    expect(parseMoney("0007", "CNY").minor).to.equal(700n);
    expect(parseMoney("0", "CNY").minor).to.equal(0n);
    expect(parseMoney("0.1", "KWD").minor).to.equal(100n);
    expect(parseMoney("92233720368547758089.07", "CNY").minor).to.equal(9223372036854775808907n);
  });

  it("refuses signs, blanks, exponents, symbols, foreign digits and odd groups", () => {
    const wrong = ["-5", "+5", " 5", "5 ", "", "1e3", "0x10", "NaN", "Infinity", "¥5", "５.00"];
    const oddly = [
      ".5",
      "5.",
      "1,23",
      "1234,567",
      ",123",
      "1,234,56",
      "1.234,50",
      "1_000",
      "1.2.3",
    ];
    for (const text of [...wrong, ...oddly, "9".repeat(121)]) {
      expectCode(() => parseMoney(text, "CNY"), "money-not-an-amount");
    }
  });

  it("refuses more decimals than the currency has, zeros too", () => {
    expectCode(() => parseMoney("1.005", "CNY"), "money-too-many-decimals");
    expectCode(() => parseMoney("1.000", "CNY"), "money-too-many-decimals");
    expectCode(() => parseMoney("1.0", "JPY"), "money-too-many-decimals");
    expectCode(() => parseMoney("1.00001", "CLF"), "money-too-many-decimals");
  });

  it("reads back whatever formatMoney writes, in every currency", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 256n), anyCurrency, (minor, currency) => {
        const [amount = ""] = formatMoney(minor, currency).split(" ");
        expect(parseMoney(amount, currency)).to.deep.equal({ minor, currency });
        expect(parseMoney(amount.replaceAll(",", ""), currency).minor).to.equal(minor);
      }),
      { numRuns: 1024 },
    );
  });
});

describe("formatMoney", () => {
  it("groups by three with the code behind", () => {
    expect(formatMoney(500000000n, "CNY")).to.equal("5,000,000.00 CNY");
    expect(formatMoney(99999n, "CNY")).to.equal("999.99 CNY");
    expect(formatMoney(0n, "CNY")).to.equal("0.00 CNY");
    expect(formatMoney(7n, "KWD")).to.equal("0.007 KWD");
    expect(formatMoney(1234567n, "JPY")).to.equal("1,234,567 JPY");
    expect(formatMoney(-123456n, "CNY")).to.equal("-1,234.56 CNY");
  });

  it("keeps every digit in a locale's own form", () => {
    const written = formatMoney(9223372036854775808907n, "CNY", "en");
    expect(written.replace(/[^\d.]/g, "")).to.equal("92233720368547758089.07");
    expect(formatMoney(-5n, "CNY", "en")).to.match(/^-.*0\.05$/);
  });

  it("refuses a currency that it doesn't know", () => {
    expectCode(() => formatMoney(1n, "RMB"), "money-currency-unknown");
  });
});

describe("currencies in three bytes", () => {
  it("are the capitals in ASCII, there and back", () => {
    expect(currencyToBytes3("CNY")).to.equal("0x434e59");
    expect(bytes3ToCurrency("0x434E59")).to.equal("CNY");
    for (const code of currencyExponents.keys()) {
      expect(bytes3ToCurrency(currencyToBytes3(code))).to.equal(code);
    }
  });

  it("refuse bytes that are no currency", () => {
    for (const bytes of ["0x000000", "0x636e79", "0x434e", "0x434e5900", "434e59", "CNY", ""]) {
      expectCode(() => bytes3ToCurrency(bytes), "money-currency-unknown");
    }
    expectCode(() => currencyToBytes3("cny"), "money-currency-unknown");
  });
});
