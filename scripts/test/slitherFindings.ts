import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Accepted, slitherAccepted } from "./slitherAccepted.ts";

/** Compares slither's report with the findings that are meant; every other one fails. */
interface Element {
  readonly name: string;
  readonly parent?: Element | undefined;
}

const named = z.object({ name: z.string(), type_specific_fields: z.unknown().optional() });
const above = z.object({ parent: z.unknown().optional() });
const report = z.object({
  success: z.literal(true),
  results: z.object({
    detectors: z
      .array(
        z.object({ check: z.string(), description: z.string(), elements: z.array(z.unknown()) }),
      )
      .default([]),
  }),
});

function element(found: unknown): Element {
  const { name, type_specific_fields: fields } = named.parse(found);
  const parent = above.safeParse(fields).data?.parent;
  return { name, parent: parent === undefined ? undefined : element(parent) };
}

/** `Contract.function` or `Contract.function.variable`. */
function place({ name, parent }: Element): string {
  return parent === undefined ? name : `${place(parent)}.${name}`;
}

const [file = "cache-slither/slither.json"] = process.argv.slice(2);
const { results } = report.parse(JSON.parse(readFileSync(file, "utf8")));
const used = new Set<string>();
const open = results.detectors.filter(({ check, elements }) => {
  const where = place(element(elements[0]));
  const fits = ({ detector, places }: Accepted): boolean =>
    detector === check && (places === undefined || places.includes(where));
  if (slitherAccepted.some(fits)) used.add(`${check} ${where}`);
  return !slitherAccepted.some(fits);
});
for (const { check, elements, description } of open) {
  console.error(`${check} at ${place(element(elements[0]))}\n${description}`);
}
for (const { detector, places } of slitherAccepted) {
  for (const where of places ?? []) {
    if (!used.has(`${detector} ${where}`)) console.error(`no longer found: ${detector} ${where}`);
  }
}
console.error(`${results.detectors.length} findings, ${open.length} that nobody accepted`);
if (open.length > 0) process.exitCode = 1;
