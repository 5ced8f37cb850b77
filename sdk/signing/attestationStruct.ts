import { currencyToBytes3 } from "../money/currencyToBytes3.ts";
import { civilDateToDay } from "../time/civilDateToDay.ts";
import { numberOf } from "../vocabulary/numberOf.ts";
import { outcomes } from "../vocabulary/outcomes.ts";
import type { Attestation } from "./attestation.ts";

/**
 * An attestation as `ISettlement.Attestation` spells it.
 *
 * @throws MoneyError, TimeError or VocabularyError for a currency, a date or an outcome that can't be
 */
export function attestationStruct(attestation: Attestation) {
  return {
    ...attestation,
    outcome: numberOf(outcomes, attestation.outcome),
    currency: currencyToBytes3(attestation.currency),
    valueDay: civilDateToDay(attestation.valueDay),
  };
}
