import { once } from "node:events";
import type { Response } from "express";
import type { z } from "zod";
import { plainJson } from "../../../json/plainJson.ts";
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

/** Sends all pages of a list, one in memory at a time; a reader that goes away ends it, an error cuts it off. */
export async function streamCsv(
  response: Response,
  { noun, item, withByteOrderMark, pages }: CsvExport,
): Promise<void> {
  const columns = csvColumns(item);
  response.status(200).set({
    "content-type": "text/csv; charset=utf-8; header=present",
    "content-disposition": `attachment; filename="${noun}.csv"`,
    "cache-control": "no-store",
  });
  const header = csvText([columns.map((column) => column.header)]);
  let text = withByteOrderMark ? `${BYTE_ORDER_MARK}${header}` : header;
  try {
    for await (const items of pages) {
      const plain = JSON.parse(plainJson(items)) as Readonly<Record<string, unknown>>[];
      text += csvText(plain.map((each) => columns.map(({ cell }) => cell(each))));
      if (response.destroyed) return;
      if (!response.write(text)) {
        await Promise.race([once(response, "drain"), once(response, "close")]);
      }
      text = "";
    }
    response.end(text);
  } catch (error) {
    // Once a line is out no problem document can follow: a file that breaks off must not look complete.
    if (!response.headersSent) throw error;
    response.destroy();
  }
}
