import express, { type Express } from "express";
import type { Logger } from "pino";
import type { GatewayConfig } from "./config/gatewayConfig.ts";
import type { RefusalStatuses } from "./errors/toProblem.ts";
import { closeWhenDraining } from "./http/closeWhenDraining.ts";
import type { Drain } from "./http/drain.ts";
import { handleErrors } from "./http/handleErrors.ts";
import { limitRate } from "./http/limitRate.ts";
import { logRequests } from "./http/logRequests.ts";
import { mountRoutes } from "./http/mountRoutes.ts";
import type { RouteRuntime } from "./http/runRoute.ts";
import { securityHeaders } from "./http/securityHeaders.ts";
import { serveConsole } from "./http/serveConsole.ts";
import { serveDocs } from "./http/serveDocs.ts";
import type { GatewayMetrics } from "./metrics/gatewayMetrics.ts";
import type { Route } from "./openapi/route.ts";

/** What the HTTP side is composed of. */
export interface AppOptions {
  readonly config: Pick<
    GatewayConfig,
    | "bodyLimitBytes"
    | "requestsPerMinute"
    | "signInsPerMinute"
    | "trustedProxies"
    | "consoleDirectory"
  >;
  readonly logger: Pick<Logger, "info" | "error">;
  readonly runtime: RouteRuntime;
  readonly routes: readonly Route[];
  readonly refusalStatuses: RefusalStatuses;
  readonly metrics: GatewayMetrics;
  readonly drain: Drain;
}

/** The Express application: routes, documentation, console, and problems for everything else. */
export function createApp({
  config,
  logger,
  runtime,
  routes,
  refusalStatuses,
  metrics,
  drain,
}: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  app.set("etag", false);
  app.use(logRequests(logger));
  app.use(securityHeaders());
  app.use(closeWhenDraining(drain));
  app.use(limitRate(metrics, "requests", config.requestsPerMinute));
  app.post(
    ["/v1/sessions", "/v1/sign-in/{*how}"],
    limitRate(metrics, "sign-ins", config.signInsPerMinute),
  );
  app.use(express.json({ limit: config.bodyLimitBytes, type: ["json", "+json"] }));
  app.use(mountRoutes(runtime, routes));
  app.use(serveDocs());
  app.use(serveConsole(config.consoleDirectory));
  app.use(...handleErrors({ logger, refusalStatuses }));
  return app;
}
