/** Pixels of one box of the drawing and the room around it. */
export const boxSize = { width: 176, height: 58, gapX: 54, gapY: 14 } as const;
