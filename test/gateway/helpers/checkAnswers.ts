import type { GatewayServices } from "../../../gateway/gatewayServices.ts";
import { plainJson } from "../../../gateway/json/plainJson.ts";
import type { LedgerFeatures } from "../../../gateway/ledgerFeatures.ts";
import type { Route } from "../../../gateway/openapi/route.ts";

/** Features whose routes' answers are compared with what their OpenAPI declares. */
export interface CheckedFeatures {
  readonly features: LedgerFeatures;
  /** What differed, in sentences; empty when all is well. */
  readonly differences: readonly string[];
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
  const routes = (services: GatewayServices) => features.routes(services).map(checked);
  return { features: { ...features, routes }, differences };
}
