import fc from "fast-check";
import type { DeclaredOperation } from "./declaredOperations.ts";
import { type Samples, sampleOf } from "./sampleOf.ts";

/** A request that no gateway should take, as it goes over the wire. */
export interface BadRequest {
  readonly kind: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
  /** A member's name, `nobody`, or `forged` for a token that is none. */
  readonly who: string;
}

/** Ids in all the forms that a path may bring; the small ones exist, and are mostly somebody else's. */
const ids = fc.oneof(
  fc.constantFrom(
    ..."1 2 3 4294967297 0 00 01 -1 +1 1.0 1e3 0x1 Infinity NaN null undefined".split(" "),
  ),
  fc.constantFrom(
    "%00",
    "%0d%0a",
    "%ff",
    "%",
    "..%2f..%2fetc%2fpasswd",
    "%F0%9F%92%A9",
    "١٢",
    "__proto__",
  ),
  fc.constantFrom(
    "1'--",
    "1;select%201",
    "constructor",
    "*",
    "{id}",
    "9".repeat(78),
    "9".repeat(2_000),
  ),
  fc.string({ maxLength: 30 }).map(encodeURIComponent),
);

/** Never right, whatever a field says: fields of text may take any other text. */
const noText = fc.constantFrom<unknown>(
  0,
  -1,
  1.5,
  true,
  {},
  [],
  [null],
  [[]],
  "\u0000",
  "a\ud800",
);
const noNumber = fc.oneof(
  fc.constantFrom<unknown>(
    -1,
    0.5,
    1e308,
    true,
    {},
    [],
    { toString: "1" },
    "1'--",
    "\u0000",
    "\ud800",
  ),
  fc.constantFrom<unknown>(
    "-1",
    "01x",
    "1.0",
    "1e3",
    "+1",
    " 1",
    "0x1g",
    "١",
    "9".repeat(100),
    "NaN",
  ),
);
const noStructure = fc.constantFrom<unknown>("x", 5, -0.5, "\u0000", "y".repeat(100_000));

function wrongFor(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === "string") return /^\d+$/.test(value) ? noNumber : noText;
  return typeof value === "number" ? noNumber : noStructure;
}

type Path = readonly string[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([name, item]) => pathsOf(item, [...at, name]))];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((found, name) => (found as Record<string, unknown>)[name], value);
}

function changed(value: unknown, [name, ...rest]: Path, to: unknown, isGone: boolean): unknown {
  if (name === undefined) return to;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as unknown as Record<string, unknown>)
    : { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && isGone) delete copy[name];
  else copy[name] = changed(copy[name], rest, to, isGone);
  return copy;
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

/** Bodies as text: what is sent need not be JSON. */
function bodies(operation: DeclaredOperation, samples: Samples): fc.Arbitrary<[string, string]> {
  const sample = operation.body === undefined ? {} : sampleOf(operation.body, samples);
  const text = JSON.stringify(sample);
  const paths = pathsOf(sample);
  const at = fc.integer({ min: 0, max: paths.length - 1 }).map((index) => paths[index] ?? []);
  const wrong = at.chain((path) =>
    wrongFor(valueAt(sample, path)).map((value): [string, string] => [
      "wrong value",
      JSON.stringify(changed(sample, path, value, false)),
    ]),
  );
  const missing = at.map((path): [string, string] => [
    "missing",
    JSON.stringify(changed(sample, path, undefined, true)) ?? "",
  ]);
  const extra = fc
    .constantFrom("__proto__", "constructor", "prototype", "isAdmin", "roles", "memberId", "")
    .map((name): [string, string] => [
      "extra",
      `${text.slice(0, -1)}${text === "{}" ? "" : ","}${JSON.stringify(name)}:{"roles":["operator"]}}`,
    ]);
  const doubled = fc.constant<[string, string]>([
    "duplicate keys",
    text.replace("{", '{"to":1,"to":2,"__proto__":{},'),
  ]);
  const truncated = fc
    .integer({ min: 1, max: Math.max(text.length - 1, 1) })
    .map((length): [string, string] => ["truncated", text.slice(0, length)]);
  const nested = fc
    .constantFrom(41, 500, 20_000)
    .map((depth): [string, string] => ["deep", deep(depth)]);
  const other = fc
    .constantFrom(
      "",
      "[]",
      "null",
      "1",
      '"x"',
      "undefined",
      "{'a':1}",
      "\ufeff{}",
      "{}{}",
      "\u0000",
      `"${"y".repeat(300_000)}"`,
    )
    .map((body): [string, string] => ["no object", body]);
  return fc.oneof(
    { weight: 5, arbitrary: wrong },
    { weight: 2, arbitrary: missing },
    extra,
    doubled,
    truncated,
    nested,
    other,
  );
}

const headerTricks = fc.constantFrom<readonly (readonly [string, string])[]>(
  [],
  [["content-type", "text/plain"]],
  [["content-type", "application/x-www-form-urlencoded"]],
  [["content-type", "application/json; charset=utf-16"]],
  [
    ["content-type", "application/json"],
    ["content-encoding", "gzip"],
  ],
  [
    ["content-type", "application/json"],
    ["x-http-method-override", "DELETE"],
  ],
  [
    ["content-type", "application/json"],
    ["x-forwarded-for", "10.0.0.1, evil"],
    ["x-forwarded-host", "evil.example"],
  ],
  [
    ["content-type", "application/json"],
    ["accept", "text/html"],
  ],
  [
    ["content-type", "application/json"],
    ["cookie", "tallystick=1; tallystick=2"],
  ],
  [
    ["content-type", "application/json"],
    ["range", "bytes=0-1"],
  ],
  [
    ["content-type", "application/json"],
    ["expect", "200-ok"],
  ],
);

const keys = fc.oneof(
  { weight: 4, arbitrary: fc.uuid() },
  fc.constantFrom("", " ", "é", "x".repeat(256), "a b"),
);

const json = ["content-type", "application/json"] as const;

/** Bad requests to one operation: its declared shape with something wrong in one place, or a member it is not for. */
export function badRequests(
  operation: DeclaredOperation,
  samples: Samples,
  members: readonly string[],
): fc.Arbitrary<BadRequest> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const path = fc
    .tuple(...names.map(() => ids))
    .map((values) =>
      values.reduce(
        (text, value, index) => text.replace(`{${names[index]}}`, value),
        operation.path,
      ),
    );
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    fc.constantFrom(
      "?limit=-1",
      "?limit=9999999999",
      "?after=%00",
      "?atLeastBlock=x",
      "?limit=1&limit=2",
      "?a[b]=c",
    ),
    fc.constantFrom(
      "?__proto__=1",
      "?state=nothing",
      "?from=1e999",
      `?q=${"z".repeat(9_000)}`,
      "?%",
      "?atLeastBlock=-5",
    ),
  );
  // What asks for nothing in its body is right whenever a member sends it.
  const isAskedByPath = operation.method !== "GET" && operation.body?.["required"] === undefined;
  const who = fc.oneof(
    { weight: isAskedByPath ? 0 : 6, arbitrary: fc.constantFrom(...members) },
    { weight: 1, arbitrary: fc.constantFrom("nobody", "forged") },
  );
  const method = fc.oneof(
    { weight: 12, arbitrary: fc.constant(operation.method) },
    fc.constantFrom("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND"),
  );
  const parts = fc.record({ path, query, who, method, key: keys, tricks: headerTricks });
  return fc
    .tuple(parts, bodies(operation, samples), fc.boolean())
    .map(([given, [kind, text], isTricky]) => {
      const isRead = given.method === "GET" || given.method === "HEAD";
      const headers: (readonly [string, string])[] = isTricky ? [...given.tricks] : [json];
      if (operation.hasKey && given.key !== "") headers.push(["idempotency-key", given.key]);
      return {
        kind: isRead ? "read" : kind,
        method: given.method,
        path: `${given.path}${given.query}`,
        headers,
        body: isRead ? undefined : text,
        who: given.who,
      };
    });
}
