import type { XmlTree } from "../XmlTree.ts";

/** The first element that a path of local names leads to, slashes between them. */
export function childOf(tree: XmlTree | undefined, path: string): XmlTree | undefined {
  let found = tree;
  for (const name of path.split("/")) found = found?.children.find((child) => child.name === name);
  return found;
}
