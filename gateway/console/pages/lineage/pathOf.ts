import type { LineageItem } from "./lineageData.ts";

/** Certificates from `here` up to its root. */
export function pathOf(
  items: readonly LineageItem[],
  here: string | undefined,
): ReadonlySet<string> {
  const byId = new Map(items.map((item) => [item.certificate, item]));
  const path = new Set<string>();
  for (let id = here; id !== undefined && !path.has(id); id = byId.get(id)?.parent ?? undefined) {
    if (byId.has(id)) path.add(id);
  }
  return path;
}
