import type { Key, ReactNode } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { HeadCell } from "./HeadCell.tsx";
import { SortSelect } from "./SortSelect.tsx";

/** One column of a table. */
export interface Column<Item> {
  readonly label: string;
  readonly right?: boolean;
  /** What the gateway calls it when a list is sorted by it. */
  readonly sort?: string;
  readonly cell: (item: Item) => ReactNode;
}

/** How the items are sorted, and how to change that. */
export interface TableSort {
  readonly sort: string;
  readonly sortBy: (column: string) => void;
}

/** A table that becomes cards on a phone, each value under its label. */
export function Table<Item>({
  items,
  columns,
  keyOf,
  empty,
  sorting,
}: {
  readonly items: readonly Item[] | undefined;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => Key;
  readonly empty?: ReactNode;
  readonly sorting?: TableSort;
}) {
  const { t } = useLanguage();
  if (items === undefined) return <p className="empty">{t.common.loading}</p>;
  if (items.length === 0) return <p className="empty">{empty ?? t.common.nothing}</p>;
  return (
    <div className="table-wrap">
      {sorting !== undefined && <SortSelect columns={columns} sorting={sorting} />}
      <table className="cards-on-phone">
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.label} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map(({ label, right, cell }) => (
                <td key={label} data-label={label} className={right ? "right" : undefined}>
                  {cell(item)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
