import { deliveryDuties } from "./deliveryDuties.ts";
import { expiryDuties } from "./expiryDuties.ts";
import { settlementDuties } from "./settlementDuties.ts";
import type { UpkeepDuty } from "./upkeepDuty.ts";

/** All that a gateway does by itself because its time has come, in the order of a round. */
export const upkeepDuties: readonly UpkeepDuty[] = [
  ...settlementDuties,
  ...deliveryDuties,
  ...expiryDuties,
];
