/** An element of an XML document, its name resolved. */
export type XmlTree = {
  /** Without its prefix. */
  readonly name: string;
  /** Empty for none. */
  readonly namespace: string;
  /** By name as written; those without a prefix belong to no namespace. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, blanks around it removed. */
  readonly text: string;
  readonly children: readonly XmlTree[];
};
