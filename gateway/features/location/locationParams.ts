import { z } from "zod";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** Path parameter of routes on one location. */
export const locationParams = z.object({ location: ledgerFields.location });
