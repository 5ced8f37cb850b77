import type { XmlTree } from "../XmlTree.ts";

/** Every element of a name directly in another one. */
export function childrenOf(tree: XmlTree | undefined, name: string): readonly XmlTree[] {
  return tree?.children.filter((child) => child.name === name) ?? [];
}
