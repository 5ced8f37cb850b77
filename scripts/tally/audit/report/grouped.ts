/** Items by a key of parts, in the ascending order of the parts: numbers by value, texts by code units. */
export function grouped<Item, Key extends readonly (number | string)[]>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): [Key, Item[]][] {
  const groups = new Map<string, [Key, Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const id = key.join("\u0000");
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [key, [item]]);
    else group[1].push(item);
  }
  return [...groups.values()].sort(([left], [right]) => {
    for (const [index, part] of left.entries()) {
      const other = right[index] ?? "";
      if (part !== other) return part < other ? -1 : 1;
    }
    return 0;
  });
}
