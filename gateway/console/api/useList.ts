import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { callApi } from "./callApi.ts";
import type { Page } from "./page.ts";

/** What a list is narrowed by, as its query takes it; empty text asks for all. */
export type ListFilters = Readonly<Record<string, string>>;

/** A list as pages show it. */
export interface List<Item> {
  readonly items: readonly Item[] | undefined;
  readonly error: Error | null;
  readonly sort: string;
  /** Sorts by a column, and the other way round when it is asked for again. */
  readonly sortBy: (column: string) => void;
  readonly filters: ListFilters;
  readonly narrow: (changes: ListFilters) => void;
  /** Reads the next page; undefined at the end. */
  readonly more: (() => void) | undefined;
  /** Where the whole list is had as CSV. */
  readonly csv: string;
}

const PAGE = "100";

function queryOf(sort: string, filters: ListFilters, rest: ListFilters): string {
  const given = Object.entries({ ...filters, ...rest }).filter(([, value]) => value !== "");
  return new URLSearchParams([["sort", sort], ...given]).toString();
}

/** A list that is read page by page, sorted and narrowed by the gateway. `fixed` is part of every question. */
export function useList<Item>(
  path: string,
  initialSort: string,
  fixed: ListFilters = {},
): List<Item> {
  const [sort, setSort] = useState(initialSort);
  const [filters, setFilters] = useState<ListFilters>({});
  const query = queryOf(sort, { ...fixed, ...filters }, {});
  const read = useInfiniteQuery<Page<Item>, Error, InfiniteData<Page<Item>>, string[], string>({
    queryKey: [path, query],
    queryFn: ({ pageParam }) => {
      const rest = { limit: PAGE, after: pageParam };
      return callApi.read(`${path}?${queryOf(sort, { ...fixed, ...filters }, rest)}`);
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 8_000,
  });
  return {
    items: read.data?.pages.flatMap(({ items }) => items),
    error: read.error,
    sort,
    sortBy: (column) => setSort(sort === column && !column.startsWith("-") ? `-${column}` : column),
    filters,
    narrow: (changes) => setFilters({ ...filters, ...changes }),
    more: read.hasNextPage ? () => void read.fetchNextPage() : undefined,
    csv: `${path}?${query}&format=csv&bom=true`,
  };
}
