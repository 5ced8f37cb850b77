import type { Request } from "express";
import { z } from "zod";
import type { RouteAnswer } from "../../../openapi/route.ts";
import { csvAnswer } from "./csvAnswer.ts";
import { wantsCsv } from "./wantsCsv.ts";

/** A list that is short enough to be answered whole. */
export interface WholeTable {
  readonly noun: string;
  readonly item: z.ZodObject;
  readonly items: readonly unknown[];
  readonly block: number;
}

/** Query of such a list. */
const query = {
  format: z.enum(["json", "csv"]).optional().describe("csv: the list as a file"),
  bom: z.enum(["true", "false"]).default("false").describe("Byte order mark before CSV"),
} as const;

async function* once(items: readonly unknown[]) {
  yield items;
}

/** Lists without pages, as JSON or as CSV like those with pages. */
export const answerTable = {
  query,
  async of(
    { request }: { readonly request: Request },
    asked: z.output<z.ZodObject<typeof query>>,
    { noun, item, items, block }: WholeTable,
  ): Promise<RouteAnswer> {
    if (!wantsCsv(request, asked.format))
      return { status: 200, body: { items, next: null, block } };
    const withByteOrderMark = asked.bom === "true";
    return csvAnswer({ noun, item, withByteOrderMark, pages: once(items) });
  },
} as const;
