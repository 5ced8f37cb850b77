import { z } from "zod";
import { actingAccount } from "./actingAccount.ts";

/** Body of writes that say nothing but which account acts; it may be left out. */
export const actingBody = z.strictObject({ actingAccount }).prefault({});
