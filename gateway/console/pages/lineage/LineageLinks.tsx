import type { HierarchyPointNode } from "d3-hierarchy";
import { boxSize } from "./boxSize.ts";
import type { LineageBox } from "./layoutLineage.ts";

function curve(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const startX = from.y + boxSize.width;
  const startY = from.x + boxSize.height / 2;
  const endY = to.x + boxSize.height / 2;
  const middle = (startX + to.y) / 2;
  return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${to.y} ${endY}`;
}

/** Lines from parents to children. */
export function LineageLinks({
  boxes,
  path,
}: {
  readonly boxes: readonly HierarchyPointNode<LineageBox>[];
  readonly path: ReadonlySet<string>;
}) {
  return (
    <>
      {boxes.map((box) => {
        const { parent } = box;
        if (parent === null || parent.depth === 0) return null;
        const onPath = path.has(box.data.id) && path.has(parent.data.id);
        return (
          <path
            key={box.data.id}
            className={onPath ? "lineage-link lineage-link-path" : "lineage-link"}
            d={curve(parent, box)}
          />
        );
      })}
    </>
  );
}
