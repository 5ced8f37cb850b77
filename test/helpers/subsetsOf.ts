/** All choices of `size` of some things, each in their order. */
export function subsetsOf<Thing>(things: readonly Thing[], size: number): readonly Thing[][] {
  if (size === 0) return [[]];
  return things.flatMap((first, place) =>
    subsetsOf(things.slice(place + 1), size - 1).map((rest) => [first, ...rest]),
  );
}
