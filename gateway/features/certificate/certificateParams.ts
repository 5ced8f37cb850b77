import { z } from "zod";
import { ledgerId } from "../shared/ledgerId.ts";

/** Path parameter of routes on one certificate. */
export const certificateParams = z.object({
  certificate: ledgerId.describe("Certificate, as decimal text"),
});
