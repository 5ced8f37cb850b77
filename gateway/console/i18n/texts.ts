import type { en } from "./en.ts";

/** The English texts' shape with any words: every language has all of them. */
type Words<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string
    ? string
    : Part[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Words<Part[Key]>;
};

export type Texts = Words<typeof en>;
