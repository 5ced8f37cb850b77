import type { Registration } from "@tallystick/sdk";
import type { z } from "zod";
import type { registrationFields } from "./registrationFields.ts";

/** The registration that a request states, as the SDK takes it. */
export function registrationOf(
  stated: z.output<typeof registrationFields> | undefined,
): Registration | undefined {
  if (stated === undefined) return undefined;
  return { number: stated.number.digest, registeredAt: stated.registeredAt };
}
