import { isRecord } from "../isRecord.ts";
import type { ProblemList } from "../ProblemList.ts";

/** Checks a list of quantities of an event: each names a class, counts more than zero of it, in one unit. */
export function checkQuantities(value: unknown, path: string, problems: ProblemList): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) {
    problems.add(path, "It is not a list.");
    return;
  }
  const units = new Map<string, string>();
  for (const [index, each] of value.entries()) {
    const here = `${path}/${index}`;
    if (!isRecord(each)) {
      problems.add(here, "It is not a quantity.");
      continue;
    }
    const { epcClass, quantity, uom } = each;
    if (typeof epcClass !== "string") problems.add(`${here}/epcClass`, "The class is missing.");
    checkQuantity(quantity, `${here}/quantity`, problems);
    if (uom !== undefined && !(typeof uom === "string" && /^[A-Z0-9]{2,3}$/.test(uom))) {
      problems.add(`${here}/uom`, `${shown(uom)} is not a unit of UN/ECE Recommendation 20.`);
    }
    const unit = typeof uom === "string" ? uom : "";
    const earlier = units.get(String(epcClass));
    if (earlier !== undefined && earlier !== unit) {
      const both = `${earlier || "no unit"} and in ${unit || "no unit"}`;
      problems.add(`${here}/uom`, `The same class is counted in ${both}.`);
    }
    units.set(String(epcClass), unit);
  }
}

function checkQuantity(quantity: unknown, path: string, problems: ProblemList): void {
  // A whole class, without a count, is allowed (EPCIS 2.0 section 7.3.3.3).
  if (quantity === undefined) return;
  if (typeof quantity !== "number") problems.add(path, `${shown(quantity)} is not a number.`);
  else if (quantity <= 0) problems.add(path, `${quantity} is not more than zero.`);
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 40) ?? "It";
}
