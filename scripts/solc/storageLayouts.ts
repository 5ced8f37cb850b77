import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Per contract: its state variables in the order of their slots, each as `slot+offset name: type`. */
export type StorageLayouts = Record<string, readonly string[]>;

const variable = z.object({
  label: z.string(),
  offset: z.number(),
  slot: z.string(),
  type: z.string(),
});
const type = z.object({
  label: z.string(),
  numberOfBytes: z.string(),
  members: z.array(variable).optional(),
});
const layout = z.object({
  storage: z.array(variable),
  types: z.record(z.string(), type).nullish(),
});
type Layout = z.infer<typeof layout>;

const contract = z.object({ storageLayout: layout.optional() });
const buildOutput = z.object({
  output: z.object({
    contracts: z.record(z.string(), z.record(z.string(), contract)).optional(),
  }),
});

function lines({ storage, types }: Layout): string[] {
  const label = (type: string): string => types?.[type]?.label ?? type;
  const variables = storage.map(
    ({ label: name, offset, slot, type }) => `${slot}+${offset} ${name}: ${label(type)}`,
  );
  const structs = Object.values(types ?? {}).flatMap(({ label: name, numberOfBytes, members }) =>
    (members ?? []).map(
      (member) =>
        `${name} (${numberOfBytes} bytes) ${member.slot}+${member.offset} ${member.label}: ${label(member.type)}`,
    ),
  );
  return [...variables, ...structs.sort()];
}

/** The storage layouts of all contracts under contracts/, from the compiler's newest output of each. */
export function storageLayouts(buildInfo: string): StorageLayouts {
  const found = new Map<string, readonly string[]>();
  const outputs = readdirSync(buildInfo)
    .filter((name) => name.endsWith(".output.json"))
    .map((name) => join(buildInfo, name))
    .sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  for (const file of outputs) {
    const { output } = buildOutput.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const [source, contracts] of Object.entries(output.contracts ?? {})) {
      if (!source.startsWith("project/contracts/")) continue;
      for (const [name, { storageLayout }] of Object.entries(contracts)) {
        if (storageLayout === undefined) continue;
        const rows = lines(storageLayout);
        if (rows.length > 0) found.set(name, rows);
      }
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
