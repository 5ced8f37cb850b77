/** The parts of an event cursor `key@reorganisation`. */
export interface CursorParts {
  /** Key of the last event that the listener has, or empty for none. */
  readonly key: string;
  /** The last reorganisation that it heard of; 0 when there was none. */
  readonly reorganisation: bigint;
}

/** Cursors and their parts. A cursor of a chain that never reorganised is the bare key. */
export const cursorParts = {
  read(cursor: string): CursorParts {
    const [key = "", reorganisation = "0"] = cursor.split("@");
    return { key, reorganisation: BigInt(reorganisation) };
  },

  write({ key, reorganisation }: CursorParts): string {
    return key === "" || reorganisation === 0n ? key : `${key}@${reorganisation}`;
  },
} as const;
