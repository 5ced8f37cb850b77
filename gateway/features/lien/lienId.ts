import { fields } from "../../openapi/fields.ts";

const LARGEST = (1n << 128n) - 1n;

/** Id of a lien: the number of its asset above 64 bits, that of its hold below. */
export const lienId = fields.tokenId
  .refine((value) => value > 0n && value <= LARGEST, "is no lien")
  .describe("Lien, as decimal text");
