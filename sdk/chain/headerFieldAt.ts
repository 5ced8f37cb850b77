import { headerFields } from "./headerFields.ts";

type Name = (typeof headerFields)[number]["name"];

/** Places of a header's fields among its RLP items, by their names. */
export const headerFieldAt = Object.fromEntries(
  headerFields.map(({ name }, index) => [name, index]),
) as Readonly<Record<Name, number>>;
