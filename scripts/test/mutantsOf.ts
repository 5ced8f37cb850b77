/** One small change of a source that its tests should notice. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  readonly source: string;
}

/** What is replaced by what, one occurrence at a time; each is a mistake that somebody could make. */
const changes: readonly [RegExp, string][] = [
  [/ < /g, " <= "],
  [/ <= /g, " < "],
  [/ > /g, " >= "],
  [/ >= /g, " > "],
  [/ == /g, " != "],
  [/ != /g, " == "],
  [/ && /g, " || "],
  [/ \|\| /g, " && "],
  [/ \+ /g, " - "],
  [/ - /g, " + "],
  [/ \+= /g, " -= "],
  [/ -= /g, " += "],
  [/ & ~/g, " & "],
  [/\btrue\b/g, "false"],
  [/\bfalse\b/g, "true"],
  [/ \? (.+?) : (.+?)([;,)])/g, " ? $2 : $1$3"],
  [/^(\s*)if \((.*)\) revert .*;$/g, "$1// refused no more"],
  [/^(\s*)_\w+\(.*\);$/g, "$1// called no more"],
];

/** Every mutant of one file; comments, imports and pragmas stay. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const rows = text.split("\n");
  return rows.flatMap((before, index) => {
    if (/^\s*(\/\/|\*|\/\*|import|pragma|event|error)/.test(before)) return [];
    return changes.flatMap(([pattern, replacement]) =>
      [...before.matchAll(pattern)].map((match) => {
        const changed = match[0].replace(new RegExp(pattern.source), replacement);
        const end = match.index + match[0].length;
        const after = before.slice(0, match.index) + changed + before.slice(end);
        const source = rows.with(index, after).join("\n");
        return { file, line: index + 1, before: before.trim(), after: after.trim(), source };
      }),
    );
  });
}
