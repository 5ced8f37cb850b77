import type { Enforcement } from "@tallystick/sdk";
import { z } from "zod";
import { enforcementFields } from "./enforcementFields.ts";

const schema = z.object(enforcementFields);

/** The enforcement that a request states, as the SDK takes it; a legal order names neither default nor nonce. */
export function enforcementOf(lien: bigint, stated: z.output<typeof schema>): Enforcement {
  const { value, buyer, priceMinor, claimMinor, currency, bank, expiresAt } = stated;
  const terms = { lien, value, buyer, price: priceMinor, claim: claimMinor, currency };
  return { ...terms, bank, expiresAt };
}
