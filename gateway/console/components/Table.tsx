import type { Key, ReactNode } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";

/** One column of a table. */
export interface Column<Item> {
  readonly label: string;
  readonly right?: boolean;
  readonly cell: (item: Item) => ReactNode;
}

/** A table that becomes cards on a phone, each value under its label. */
export function Table<Item>({
  items,
  columns,
  keyOf,
  empty,
}: {
  readonly items: readonly Item[] | undefined;
  readonly columns: readonly Column<Item>[];
  readonly keyOf: (item: Item) => Key;
  readonly empty?: ReactNode;
}) {
  const { t } = useLanguage();
  if (items === undefined) return <p className="empty">{t.common.loading}</p>;
  if (items.length === 0) return <p className="empty">{empty ?? t.common.nothing}</p>;
  return (
    <div className="table-wrap">
      <table className="cards-on-phone">
        <thead>
          <tr>
            {columns.map(({ label, right }) => (
              <th key={label} className={right ? "right" : undefined} scope="col">
                {label}
              </th>
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
