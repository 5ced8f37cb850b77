/** Something in a document that is missing, malformed or contradicts the rest of it. */
export type DocumentProblem = {
  /** Where it is: slashes between the names, `[2]` for the second of its kind; `line 3, DueDate` in a table. */
  readonly path: string;
  /** For people; not stable. */
  readonly message: string;
};
