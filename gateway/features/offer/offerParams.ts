import { z } from "zod";
import { ledgerId } from "../shared/ledgerId.ts";

/** Path parameter of routes on one offer. */
export const offerParams = z.object({ offer: ledgerId.describe("Offer, as decimal text") });
