import type { RepositoryFile } from "./repositoryFiles.ts";

const declared =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|class|function\*?|enum) (\w+)/gm;
const listed = /^export \{([^}]*)\}/gm;

/** The names that a module exports at run time; types beside them don't count. */
export function valueExports({ text }: RepositoryFile): string[] {
  const names = [...text.matchAll(declared)].flatMap(([, name]) => name ?? []);
  const lists = [...text.matchAll(listed)].flatMap(([, list]) => (list ?? "").split(","));
  const others = lists
    .map((item) => item.trim())
    .filter((item) => item !== "" && !item.startsWith("type "))
    .map((item) => item.split(" as ").at(-1) ?? item);
  return [...new Set([...names, ...others])];
}
