import { currencyExponent } from "../money/currencyExponent.ts";

/**
 * A number that `parseDecimal` read as minor units of a currency.
 *
 * @returns undefined when the currency has fewer decimals than the number
 * @throws MoneyError `money-currency-unknown`
 */
export function minorUnits(value: bigint, currency: string): bigint | undefined {
  const one = 10n ** BigInt(18 - currencyExponent(currency));
  return value % one === 0n ? value / one : undefined;
}
