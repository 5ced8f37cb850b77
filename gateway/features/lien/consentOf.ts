import type { liens } from "@tallystick/sdk";
import type { z } from "zod";
import { secondsOf } from "../shared/secondsOf.ts";
import type { consentBody } from "./consentBody.ts";

/** A party's signature as the SDK takes it. */
export function consentOf(stated: z.output<typeof consentBody>): liens.LienConsent {
  return { ...stated, deadline: secondsOf(stated.deadline) };
}
