import { currencyToBytes3 } from "../money/currencyToBytes3.ts";
import type { Enforcement } from "./enforcement.ts";

/** An enforcement as `ILienTypes.Enforcement` spells it. */
export function enforcementStruct({ currency, ...order }: Enforcement) {
  return {
    ...order,
    currency: currencyToBytes3(currency),
    bank: order.bank ?? 0,
    expiresAt: order.expiresAt ?? 0,
    defaultedAt: order.defaultedAt ?? 0,
    nonce: order.nonce ?? 0n,
  };
}
