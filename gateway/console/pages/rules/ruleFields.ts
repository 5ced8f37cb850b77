import { ruleCounts } from "@tallystick/sdk";

/** Parameters in the order in which people look for them. */
export const ruleFields = [...ruleCounts, "minLotMinor"] as const;
