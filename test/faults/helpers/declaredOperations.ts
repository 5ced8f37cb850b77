import { client } from "../../gateway/helpers/client.ts";

/** A JSON schema, as far as bodies are made from it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One operation of the OpenAPI document, with what it declares about permission. */
export interface DeclaredOperation {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for each path parameter. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, JsonSchema>>;
  readonly requiredQuery: Readonly<Record<string, JsonSchema>>;
  readonly body: JsonSchema | undefined;
  readonly scope: string | undefined;
  readonly hasKey: boolean;
  /** `public`, `member`, or the roles that are named; for a policy the roles that may by their office. */
  readonly kind: "public" | "member" | "roles" | "policy";
  readonly roles: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

function permissionOf(text: string): Pick<DeclaredOperation, "kind" | "roles"> {
  if (text === "anyone") return { kind: "public", roles: [] };
  if (text === "any signed-in member") return { kind: "member", roles: [] };
  const byRole = /^a member with (?:role|one of the roles) (.+)$/.exec(text)?.[1];
  if (byRole !== undefined) return { kind: "roles", roles: byRole.split(", ") };
  const offices = /; ([^;]+)$/.exec(text)?.[1];
  // A policy that names no office is for the thing's own member alone.
  return { kind: "policy", roles: offices?.split(", ") ?? [] };
}

function schemasOf(parameters: readonly Parameter[], place: string) {
  const chosen = parameters.filter((each) => each.in === place && each.required);
  return Object.fromEntries(chosen.map(({ name, schema }) => [name, schema]));
}

/** Every operation that a gateway's own document declares. */
export async function declaredOperations(url: string): Promise<readonly DeclaredOperation[]> {
  const { body } = await client(url).get("/openapi.json");
  const paths = body["paths"] as Record<string, Record<string, Record<string, unknown>>>;
  return Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, operation]) => {
      const parameters = (operation["parameters"] ?? []) as readonly Parameter[];
      const content = operation["requestBody"] as
        | { content: { "application/json": { schema: JsonSchema } } }
        | undefined;
      return {
        id: String(operation["operationId"]),
        method: method.toUpperCase(),
        path,
        parameters: schemasOf(parameters, "path"),
        requiredQuery: schemasOf(parameters, "query"),
        body: content?.content["application/json"].schema,
        scope: operation["x-scope"] as string | undefined,
        hasKey: parameters.some(({ name }) => name === "Idempotency-Key"),
        ...permissionOf(String(operation["x-permission"])),
      };
    }),
  );
}
