import { fields } from "../../openapi/fields.ts";
import { ledgerId } from "./ledgerId.ts";

/** Query of every list by ascending or descending id: how many, and after which one. */
export const pageQuery = {
  limit: fields.pageSize,
  after: ledgerId.optional().describe("`next` of the page before"),
} as const;
