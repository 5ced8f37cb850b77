/** A document as a tree knows it: 32 bytes each, in hex. */
export type AnchorDocument = {
  /** Digest of the document. */
  readonly digest: string;
  /** Random, kept by the document's owner and given to who may check it. */
  readonly salt: string;
};
