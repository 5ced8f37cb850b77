import { type RefObject, useEffect, useRef } from "react";
import { boxSize } from "./boxSize.ts";
import type { LineageLayout } from "./layoutLineage.ts";

/** Brings the box of `here` to the middle of the frame, once: afterwards the person scrolls. */
export function useInSight(
  frame: RefObject<HTMLDivElement | null>,
  layout: LineageLayout,
  here: string | undefined,
): void {
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    const box = layout.boxes.find(({ data }) => data.id === here);
    const { current } = frame;
    if (box === undefined || current === null || shown.current === here) return;
    shown.current = here;
    current.scrollTo({
      left: box.y + boxSize.width / 2 - current.clientWidth / 2,
      top: box.x + boxSize.height - current.clientHeight / 2,
    });
  }, [frame, layout, here]);
}
