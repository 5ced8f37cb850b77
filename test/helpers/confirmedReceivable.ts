import { ref } from "./ref.ts";
import { registeredReceivable } from "./registeredReceivable.ts";

/** Receivable 1 is confirmed and may be accepted until `soon`. */
export async function confirmedReceivable() {
  const setting = await registeredReceivable();
  await setting.obligor.confirm(1n, setting.given, setting.soon, ref);
  return setting;
}
