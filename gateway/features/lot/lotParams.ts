import { z } from "zod";
import { ledgerFields } from "../../openapi/ledgerFields.ts";

/** Path parameter of routes on one lot. */
export const lotParams = z.object({ lot: ledgerFields.lot });
