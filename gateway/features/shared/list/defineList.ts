import { z } from "zod";
import type { Identity } from "../../../auth/identity.ts";
import type { Permission } from "../../../auth/permission.ts";
import type { GatewayServices } from "../../../gatewayServices.ts";
import { defineRoute } from "../../../openapi/defineRoute.ts";
import { fields } from "../../../openapi/fields.ts";
import type { Route } from "../../../openapi/route.ts";
import { pageBody } from "../pageBody.ts";
import type { Condition } from "../whereAll.ts";
import { csvAnswer } from "./csvAnswer.ts";
import { listCursors } from "./listCursors.ts";
import type { ListOrder, ListSource } from "./listSource.ts";
import { readList } from "./readList.ts";
import { wantsCsv } from "./wantsCsv.ts";

/** A list as its route declares it. */
export interface ListDeclaration<Row, Filters extends z.ZodRawShape> {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly permission?: Permission;
  /** Noun in the plural, as in the path: what an export's file is called. */
  readonly noun: string;
  readonly item: z.ZodObject;
  readonly source: ListSource;
  /** What `sort` calls the id. */
  readonly idName: string;
  /** `-` before a name: descending. */
  readonly defaultSort: string;
  readonly filters: Filters;
  /** Conditions of what the caller may see and asked for; throws a problem for what it may not ask. */
  readonly conditions: (
    filters: z.output<z.ZodObject<Filters>>,
    identity: Identity,
  ) => readonly Condition[];
  /** Rows as they are answered. */
  readonly show: (rows: readonly Row[], identity: Identity) => Promise<readonly unknown[]>;
}

const EXPORT_PAGE = 500;

const shared = {
  limit: fields.pageSize,
  after: z.string().max(1_000).optional().describe("`next` of the page before"),
  format: z.enum(["json", "csv"]).optional().describe("csv: the whole list as a file"),
  bom: z
    .enum(["true", "false"])
    .default("false")
    .describe("Byte order mark before CSV, by which spreadsheets know UTF-8"),
} as const;

type Common = z.output<z.ZodObject<typeof shared>> & { readonly sort: string };

function orderOf(sort: string): ListOrder {
  const isDescending = sort.startsWith("-");
  return { column: isDescending ? sort.slice(1) : sort, isDescending };
}

function sortField(idName: string, source: ListSource, initial: string) {
  const names = [idName, ...Object.keys(source.sorts)];
  return z
    .enum(names.flatMap((name) => [name, `-${name}`]))
    .default(initial)
    .describe("`-` before a name: descending. Rows that sort alike follow their number");
}

/** The route of a list: paged by cursor, narrowed, sorted, or the whole of it as CSV. */
export function defineList<Row, const Filters extends z.ZodRawShape>(
  services: Pick<GatewayServices, "config" | "database">,
  list: ListDeclaration<Row, Filters>,
): Route {
  const { path, operationId, summary, permission = "member", item, source, idName } = list;
  const description = list.description === undefined ? {} : { description: list.description };
  const common = { ...shared, sort: sortField(idName, source, list.defaultSort) };
  const query = z.object({ ...common, ...list.filters });
  return defineRoute({
    method: "get",
    path,
    operationId,
    summary,
    ...description,
    permission,
    request: { query },
    responses: { 200: { description: "One page", body: pageBody(item), isTable: true } },
    handler: async ({ query: asked, context, raw }) => {
      const identity = context.member();
      // Parsed by the very schema that both halves are parts of.
      const { limit, after, format, bom, sort, ...rest } = asked as Common;
      const filters = rest as z.output<z.ZodObject<Filters>>;
      const conditions = list.conditions(filters, identity);
      const cursors = listCursors(services.config.keystorePassphrase, [operationId, sort, rest]);
      const order = orderOf(sort);
      const begin = after === undefined ? undefined : cursors.read(after);
      const read = (place: typeof begin, size: number) =>
        readList<Row>(services.database, source, { conditions, order, after: place, limit: size });
      async function* pages() {
        for (let place = begin, isFirst = true; isFirst || place !== undefined; isFirst = false) {
          const { rows, end } = await read(place, EXPORT_PAGE);
          yield await list.show(rows, identity);
          place = end;
        }
      }
      if (wantsCsv(raw.request, format)) {
        const withByteOrderMark = bom === "true";
        const { noun } = list;
        return csvAnswer({ noun, item, withByteOrderMark, pages: pages() });
      }
      const { block } = context;
      const { rows, end } = await read(begin, limit);
      const items = await list.show(rows, identity);
      const next = end === undefined ? null : cursors.write(end);
      return { status: 200, body: { items, next, block } };
    },
  });
}
