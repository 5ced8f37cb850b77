import { foundationRoutes } from "../../../gateway/features/foundationRoutes.ts";
import type { GatewayServices } from "../../../gateway/gatewayServices.ts";
import { plainJson } from "../../../gateway/json/plainJson.ts";
import type { LedgerFeatures } from "../../../gateway/ledgerFeatures.ts";
import { responseProblems } from "../../../gateway/openapi/responseProblems.ts";
import type { Route } from "../../../gateway/openapi/route.ts";
import type { Answer, Client } from "./client.ts";

/** Features whose routes' answers are compared with what their OpenAPI declares. */
export interface CheckedFeatures {
  readonly features: LedgerFeatures;
  /** What differed, in sentences; empty when all is well. */
  readonly differences: readonly string[];
  /** The same client, whose answers are looked at as they arrive: headers, 202 and problems come after the handlers. */
  watched(client: Client, services: GatewayServices): Client;
}

/** The route that a request goes to, as Express finds it: the first one whose path fits. */
function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const [place = ""] = path.split("?");
  return routes.find((route) => {
    if (route.method !== method.toLowerCase()) return false;
    return new RegExp(`^${route.path.replace(/:\w+/g, "[^/]+")}/?$`).test(place);
  });
}

/** Wraps features so that every answer of every test is held against its declared schema. */
export function checkAnswers(features: LedgerFeatures): CheckedFeatures {
  const differences: string[] = [];
  const checked = (route: Route): Route => ({
    ...route,
    async run(parts, context, raw) {
      const answer = await route.run(parts, context, raw);
      if (answer === undefined) return answer;
      const declared = route.responses[answer.status];
      if (declared === undefined)
        differences.push(`${route.operationId} declares no ${answer.status}`);
      else if (answer.headers?.["content-type"]?.startsWith("text/csv")) {
        if (declared.isTable !== true) differences.push(`${route.operationId} declares no CSV`);
      } else if (declared.body !== undefined) {
        const sent: unknown = JSON.parse(plainJson(answer.body));
        const result = declared.body.safeParse(sent);
        if (!result.success) differences.push(`${route.operationId}: ${result.error.message}`);
      }
      return answer;
    },
  });
  let business: readonly Route[] = [];
  const routes = (services: GatewayServices) => {
    const made = features.routes(services).map(checked);
    business = made;
    return made;
  };
  const watched = (client: Client, services: GatewayServices): Client => {
    const all = [...foundationRoutes(services, () => ({})), ...business];
    const look = (method: string, path: string, answer: Answer): Answer => {
      const route = routeOf(all, method, path);
      if (route !== undefined) differences.push(...responseProblems(route, answer));
      return answer;
    };
    return {
      get: async (path, headers) => look("get", path, await client.get(path, headers)),
      post: async (path, body, key) => look("post", path, await client.post(path, body, key)),
      send: async (method, path, asked) =>
        look(method, path, await client.send(method, path, asked)),
    };
  };
  return { features: { ...features, routes }, differences, watched };
}
