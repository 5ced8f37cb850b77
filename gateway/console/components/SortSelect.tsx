import { useLanguage } from "../i18n/useLanguage.ts";
import type { Column, TableSort } from "./Table.tsx";

/** Sorting on a phone, where a table has no heads. */
export function SortSelect<Item>({
  columns,
  sorting: { sort, sortBy },
}: {
  readonly columns: readonly Column<Item>[];
  readonly sorting: TableSort;
}) {
  const { t } = useLanguage();
  const names = columns.flatMap((column) => (column.sort === undefined ? [] : [column]));
  const options = names.flatMap(({ sort: name = "", label }) => [
    [name, `${label} ↑`] as const,
    [`-${name}`, `${label} ↓`] as const,
  ]);
  return (
    <label className="sort-select no-print">
      <span>{t.work.sortBy}</span>
      <select value={sort} onChange={({ currentTarget }) => sortBy(currentTarget.value)}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
