import type { JsonSchema } from "./declaredOperations.ts";

/** Values for fields whose schema says less than their meaning needs, by name. */
export type Samples = Readonly<Record<string, unknown>>;

const byPattern: readonly (readonly [RegExp, string])[] = [
  [/\{40\}/, `0x${"12".repeat(20)}`],
  [/\{64\}/, `0x${"ab".repeat(32)}`],
  [/0-9a-f\]\{16\}/, "0123456789abcdef"],
  [/\^0x/, "0x12"],
  [/A-Z\]\{3\}/, "CNY"],
  [/d\{4\}-/, "2026-12-24"],
  [/1-9/, "1"],
  [/d/, "1"],
];

function textOf({ pattern, format, minLength }: JsonSchema): string {
  if (format === "date-time") return "2027-01-01T00:00:00Z";
  if (format === "uuid") return "00000000-0000-4000-8000-000000000000";
  if (format === "uri") return "https://example.com/";
  const found = byPattern.find(([form]) => typeof pattern === "string" && form.test(pattern));
  return found?.[1] ?? "x".repeat(Math.max(Number(minLength ?? 1), 1));
}

function objectOf(schema: JsonSchema, samples: Samples): Record<string, unknown> {
  const properties = (schema["properties"] ?? {}) as Record<string, JsonSchema>;
  const required = (schema["required"] ?? []) as readonly string[];
  return Object.fromEntries(
    required.map((name) => [name, sampleOf(properties[name] ?? {}, samples, name)]),
  );
}

/** A value that a schema allows; required fields alone, so that defaults are tried too. */
export function sampleOf(schema: JsonSchema, samples: Samples, name = ""): unknown {
  if (Object.hasOwn(samples, name)) return samples[name];
  if ("const" in schema) return schema["const"];
  const [choice] = (schema["enum"] ?? []) as readonly unknown[];
  if (choice !== undefined) return choice;
  const [first] = (schema["anyOf"] ?? schema["oneOf"] ?? []) as readonly JsonSchema[];
  if (first !== undefined) return sampleOf(first, samples, name);
  const type = schema["type"];
  if (type === "object") return objectOf(schema, samples);
  if (type === "array") return [sampleOf((schema["items"] ?? {}) as JsonSchema, samples)];
  if (type === "integer" || type === "number") return Math.max(Number(schema["minimum"] ?? 1), 1);
  if (type === "boolean") return true;
  if (type === "null") return null;
  return textOf(schema);
}
