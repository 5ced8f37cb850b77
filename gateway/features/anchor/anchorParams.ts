import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Path parameter of routes on one anchor. */
export const anchorParams = z.object({ root: fields.digest.describe("The root, 32 bytes in hex") });
