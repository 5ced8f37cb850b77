import { MoneyError } from "../errors/MoneyError.ts";
import { currencyExponent } from "./currencyExponent.ts";

/** An integer count of minor units and the ISO 4217 code they are units of. */
export type Money = {
  readonly minor: bigint;
  readonly currency: string;
};

// Digits, either plain or in groups of three by commas, and decimals after one point.
const amountPattern = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

// Longer than any amount a chain word holds; keeps hostile input from costing time.
const longestAmount = 120;

/**
 * Reads an amount in major units, exactly. There are no signs, blanks, exponents or currency
 * symbols, and no rounding: an amount with more decimals than its currency is refused, even if
 * they are zeros.
 *
 * @param text for example `1234.5` or `1,234.50`
 * @param currency ISO 4217 code in capitals
 * @throws MoneyError `money-currency-unknown`, `money-not-an-amount`, `money-too-many-decimals`
 *
 * @example
 * import { parseMoney } from "@tallystick/sdk";
 *
 * parseMoney("1,234.50", "CNY") // => { minor: 123450n, currency: "CNY" }
 * parseMoney("1234", "JPY") // => { minor: 1234n, currency: "JPY" }
 */
export function parseMoney(text: string, currency: string): Money {
  const exponent = currencyExponent(currency);
  const match = text.length > longestAmount ? null : amountPattern.exec(text);
  const whole = match?.[1];
  if (whole === undefined) {
    const shown = text.slice(0, 40);
    throw new MoneyError(
      "money-not-an-amount",
      `"${shown}" is not an amount such as 1234.50 or 1,234.50.`,
      { details: { text: shown, currency } },
    );
  }
  const decimals = match?.[2] ?? "";
  if (decimals.length > exponent) {
    throw new MoneyError(
      "money-too-many-decimals",
      `${text.slice(0, 40)} has ${decimals.length} decimals, ${currency} has ${exponent}.`,
      { details: { text: text.slice(0, 40), currency, decimals: decimals.length, exponent } },
    );
  }
  const digits = whole.replaceAll(",", "") + decimals.padEnd(exponent, "0");
  return { minor: BigInt(digits), currency };
}
