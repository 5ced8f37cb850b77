import { currencyExponent } from "./currencyExponent.ts";

/**
 * Writes an amount for people, exactly at any size. Without a locale it is the form that errors
 * and logs use, grouped by commas with the code behind; with one, it is that locale's own.
 *
 * @param minor minor units, may be negative
 * @param currency ISO 4217 code in capitals
 * @param locale BCP 47 tag, for example `zh-CN`
 * @throws MoneyError `money-currency-unknown`
 *
 * @example
 * import { formatMoney } from "@tallystick/sdk";
 *
 * formatMoney(500000000n, "CNY") // => "5,000,000.00 CNY"
 * formatMoney(-5n, "CNY") // => "-0.05 CNY"
 * formatMoney(123450n, "CNY", "zh-CN") // => "¥1,234.50"
 */
export function formatMoney(minor: bigint, currency: string, locale?: string): string {
  const exponent = currencyExponent(currency);
  const sign = minor < 0n ? "-" : "";
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const decimals = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  if (locale !== undefined) {
    // A numeric string is formatted exactly, where a number would lose digits.
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: exponent,
      maximumFractionDigits: exponent,
    }).format(`${sign}${whole}${decimals}` as Intl.StringNumericLiteral);
  }
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${decimals} ${currency}`;
}
