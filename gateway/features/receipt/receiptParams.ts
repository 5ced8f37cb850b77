import { z } from "zod";
import { ledgerId } from "../shared/ledgerId.ts";

/** Path parameter of routes on one receipt. */
export const receiptParams = z.object({ receipt: ledgerId.describe("Receipt, as decimal text") });
