import { currencyExponent } from "../../money/currencyExponent.ts";
import type { DocumentAmount } from "../inspectedDocument.ts";
import { minorUnits } from "../minorUnits.ts";
import type { ProblemList } from "../ProblemList.ts";
import { parseDecimal } from "../parseDecimal.ts";
import type { XmlTree } from "../XmlTree.ts";

/** Reads the amounts of one invoice, which are in one currency. Amounts are decimals times 10^18. */
export class AmountReader {
  private readonly currency: string;
  private readonly known: boolean;
  private readonly problems: ProblemList;

  /** @param currency what the document says; empty when it says none */
  constructor(currency: string, problems: ProblemList) {
    this.currency = currency;
    this.problems = problems;
    this.known = currency !== "" && isKnown(currency);
  }

  read(element: XmlTree | undefined, path: string): bigint | undefined {
    if (element === undefined) return undefined;
    const value = parseDecimal(element.text);
    if (value === undefined) {
      this.problems.add(path, `"${element.text.slice(0, 40)}" is not an amount.`);
      return undefined;
    }
    const own = element.attributes["currencyID"]?.trim();
    if (own === undefined) this.problems.add(path, "The amount says no currency (currencyID).");
    else if (this.currency !== "" && own !== this.currency) {
      const shown = own.slice(0, 16);
      this.problems.add(path, `The amount is in ${shown}, the document in ${this.currency}.`);
    }
    if (this.known && minorUnits(value, this.currency) === undefined) {
      const shown = element.text.slice(0, 40);
      this.problems.add(path, `${shown} has more decimals than ${this.currency}.`);
    }
    return value;
  }

  /** Null without a currency that is known, and for more decimals than it has. */
  amount(value: bigint | undefined): DocumentAmount | null {
    if (value === undefined || !this.known) return null;
    const minor = minorUnits(value, this.currency);
    return minor === undefined ? null : { minor: minor.toString(), currency: this.currency };
  }
}

function isKnown(currency: string): boolean {
  try {
    return currencyExponent(currency) >= 0;
  } catch {
    return false;
  }
}
