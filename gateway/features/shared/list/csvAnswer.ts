import type { z } from "zod";
import { plainJson } from "../../../json/plainJson.ts";
import type { RouteAnswer } from "../../../openapi/route.ts";
import { csvColumns } from "./csvColumns.ts";
import { csvText } from "./csvText.ts";

/** A list that is sent as a file. */
export interface CsvExport {
  /** Noun in the plural: the file's name. */
  readonly noun: string;
  readonly item: z.ZodObject;
  readonly withByteOrderMark: boolean;
  /** All items, page by page. */
  readonly pages: AsyncIterable<readonly unknown[]>;
}

const BYTE_ORDER_MARK = "\uFEFF";

/** All pages of a list as one file. Collected before anything is sent, so that all of it stands at one block. */
export async function csvAnswer({
  noun,
  item,
  withByteOrderMark,
  pages,
}: CsvExport): Promise<RouteAnswer> {
  const columns = csvColumns(item);
  const header = csvText([columns.map((column) => column.header)]);
  const texts = [withByteOrderMark ? `${BYTE_ORDER_MARK}${header}` : header];
  for await (const items of pages) {
    const plain = JSON.parse(plainJson(items)) as Readonly<Record<string, unknown>>[];
    texts.push(csvText(plain.map((each) => columns.map(({ cell }) => cell(each)))));
  }
  const headers = {
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${noun}.csv"`,
    "cache-control": "no-store",
  };
  return { status: 200, headers, body: texts.join("") };
}
