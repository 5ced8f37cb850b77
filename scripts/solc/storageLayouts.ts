import { readdirSync, readFileSync } from "node:fs";
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

const artifact = z.object({
  contractName: z.string(),
  inputSourceName: z.string(),
  buildInfoId: z.string(),
});
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

/** The compiler's output of one build, read once. */
function readOutput(file: string): z.infer<typeof buildOutput>["output"] {
  return buildOutput.parse(JSON.parse(readFileSync(file, "utf8"))).output;
}

/** The storage layouts of all contracts under contracts/ in a folder of artifacts. */
export function storageLayouts(artifacts: string): StorageLayouts {
  const outputs = new Map<string, ReturnType<typeof readOutput>>();
  const found: [string, readonly string[]][] = [];
  const folder = join(artifacts, "contracts");
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".json")) continue;
    // Each artifact names the build that it comes from; others may hold older versions.
    const { contractName, inputSourceName, buildInfoId } = artifact.parse(
      JSON.parse(readFileSync(join(folder, path), "utf8")),
    );
    const file = join(artifacts, "build-info", `${buildInfoId}.output.json`);
    const output = outputs.get(file) ?? readOutput(file);
    outputs.set(file, output);
    const layoutOf = output.contracts?.[inputSourceName]?.[contractName]?.storageLayout;
    const rows = layoutOf === undefined ? [] : lines(layoutOf);
    if (rows.length > 0) found.push([contractName, rows]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
