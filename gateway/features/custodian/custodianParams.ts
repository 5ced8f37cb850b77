import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Path parameter of routes on one custodian. */
export const custodianParams = z.object({ custodian: fields.memberId });
