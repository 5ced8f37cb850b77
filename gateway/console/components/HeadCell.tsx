import { useLanguage } from "../i18n/useLanguage.ts";
import type { Column, TableSort } from "./Table.tsx";

const arrows = { ascending: " ↑", descending: " ↓", none: "" } as const;

function directionOf(sort: string | undefined, column: string | undefined): keyof typeof arrows {
  if (column === undefined || sort === undefined) return "none";
  if (sort === column) return "ascending";
  return sort === `-${column}` ? "descending" : "none";
}

/** The head of a column; one that the list can be sorted by is a button. */
export function HeadCell<Item>({
  column: { label, right, sort },
  sorting,
}: {
  readonly column: Column<Item>;
  readonly sorting: TableSort | undefined;
}) {
  const { t } = useLanguage();
  const direction = directionOf(sorting?.sort, sort);
  return (
    <th
      className={right ? "right" : undefined}
      scope="col"
      aria-sort={direction === "none" ? undefined : direction}
    >
      {sort === undefined || sorting === undefined ? (
        label
      ) : (
        <button
          type="button"
          className="sort-button"
          title={t.work.sorted(label)}
          onClick={() => sorting.sortBy(sort)}
        >
          {label}
          {arrows[direction]}
        </button>
      )}
    </th>
  );
}
