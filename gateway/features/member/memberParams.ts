import { z } from "zod";
import { fields } from "../../openapi/fields.ts";

/** Path parameter of routes on one member. */
export const memberParams = z.object({ member: fields.memberId });
