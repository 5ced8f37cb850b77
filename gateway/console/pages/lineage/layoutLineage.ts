import { type HierarchyPointNode, hierarchy, tree } from "d3-hierarchy";
import { boxSize } from "./boxSize.ts";
import type { LineageItem } from "./lineageData.ts";

/** A box of the drawing: a certificate, or a heap of siblings that would not fit. */
export interface LineageBox {
  readonly id: string;
  readonly item: LineageItem | undefined;
  /** Certificates in the heap; 0 for a certificate's own box. */
  readonly heap: number;
  readonly children: LineageBox[];
}

/** Where everything is, in pixels. */
export interface LineageLayout {
  readonly boxes: readonly HierarchyPointNode<LineageBox>[];
  readonly width: number;
  readonly height: number;
}

/** Siblings that are drawn one by one; more of them become a heap that opens on a click. */
const mostSiblings = 6;

/** Arranges certificates from left (root) to right, with heaps where a holder passed on very many parts. */
export function layoutLineage(
  items: readonly LineageItem[],
  path: ReadonlySet<string>,
  opened: ReadonlySet<string>,
): LineageLayout {
  const known = new Set(items.map(({ certificate }) => certificate));
  const childrenOf = Map.groupBy(items, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : "",
  );
  const boxesBelow = (parent: string): LineageBox[] => {
    const all = childrenOf.get(parent) ?? [];
    const some = opened.has(parent)
      ? all
      : all.filter(({ certificate }, index) => index < mostSiblings || path.has(certificate));
    const boxes: LineageBox[] = some.map((item) => ({
      id: item.certificate,
      item,
      heap: 0,
      children: boxesBelow(item.certificate),
    }));
    const heap = all.length - some.length;
    if (heap > 0) boxes.push({ id: `${parent}+`, item: undefined, heap, children: [] });
    return boxes;
  };
  const top: LineageBox = { id: "", item: undefined, heap: 0, children: boxesBelow("") };
  const layout = tree<LineageBox>().nodeSize([
    boxSize.height + boxSize.gapY,
    boxSize.width + boxSize.gapX,
  ]);
  const placed = layout(hierarchy(top))
    .descendants()
    .filter(({ depth }) => depth > 0);
  const upper = Math.min(...placed.map(({ x }) => x), 0);
  // d3 lays out from top to bottom; here x runs down and y to the right.
  for (const box of placed) {
    box.x += 24 - upper;
    box.y += 24 - (boxSize.width + boxSize.gapX);
  }
  return {
    boxes: placed,
    width: Math.max(...placed.map(({ y }) => y), 0) + boxSize.width + 24,
    height: Math.max(...placed.map(({ x }) => x), 0) + boxSize.height + 24,
  };
}
