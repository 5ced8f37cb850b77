import { currencyCode } from "../ledger/currencyCode.ts";
import { formatMoney } from "../money/formatMoney.ts";
import { dayToCivilDate } from "../time/dayToCivilDate.ts";
import { formatRfc3339 } from "../time/formatRfc3339.ts";
import { memberRoles } from "../vocabulary/memberRoles.ts";
import { namesIn } from "../vocabulary/namesIn.ts";
import { suspensionReasons } from "../vocabulary/suspensionReasons.ts";
import type { SplitNoun } from "./errorContext.ts";
import type { Words } from "./words.ts";

/** What sentences may look up; undefined when unknown. */
export type WordSources = {
  memberName(member: number): string | undefined;
  currencyOf(receivable: number): string | undefined;
  readonly split?: SplitNoun | undefined;
  inside(data: string): string;
};

function grouped(amount: bigint): string {
  return amount.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A sentence must come out whatever the arguments are: they may be the very reason of the refusal. */
function either(first: () => string, second: () => string): string {
  try {
    return first();
  } catch {
    return second();
  }
}

function listed(names: readonly string[], last: "and" | "or"): string {
  if (names.length < 2) return names[0] ?? "none";
  return `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

/** Words for sentences. */
export function createWords({
  memberName,
  currencyOf,
  split = "certificate",
  inside,
}: WordSources): Words {
  const units = (amount: bigint): string => `${grouped(amount)} minor units`;
  const inCurrency = (amount: bigint, currency: string | undefined): string =>
    currency === undefined
      ? units(amount)
      : either(
          () => formatMoney(amount, currency),
          () => `${units(amount)} of ${currency}`,
        );
  return {
    member: (id) => (id === 0n ? "nobody" : (memberName(Number(id)) ?? `member ${id}`)),
    money: (amount, bytes3) => inCurrency(amount, currencyCode(bytes3)),
    figure: (amount, bytes3) =>
      inCurrency(amount, currencyCode(bytes3)).replace(` ${currencyCode(bytes3)}`, ""),
    moneyOf: (amount, receivable) => inCurrency(amount, currencyOf(Number(receivable))),
    moneyIn: (amount, token) =>
      split === "receipt" ? grouped(amount) : inCurrency(amount, currencyOf(Number(token >> 32n))),
    split,
    token: (id) => `${split} ${id}`,
    amount: units,
    currency: currencyCode,
    day: (day) =>
      either(
        () => dayToCivilDate(day),
        () => `day ${day}`,
      ),
    time: (seconds) =>
      either(
        () => formatRfc3339(seconds),
        () => `second ${seconds}`,
      ),
    anyRole: (bits) => listed(namesIn(memberRoles, bits), "or"),
    allRoles: (bits) => listed(namesIn(memberRoles, bits), "and"),
    reasons: (bits) => listed(namesIn(suspensionReasons, bits), "and"),
    name: (names, value) => names[Number(value)] ?? `number ${value}`,
    inside,
  };
}
