import { z } from "zod";
import { lienId } from "./lienId.ts";

/** Path parameter of routes on one lien. */
export const lienParams = z.object({ lien: lienId });
