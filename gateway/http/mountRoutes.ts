import { type RequestHandler, Router } from "express";
import { ProblemError } from "../errors/problemError.ts";
import type { Route } from "../openapi/route.ts";
import { type RouteRuntime, runRoute } from "./runRoute.ts";

function refuseOtherMethods(routes: readonly Route[]): RequestHandler {
  const allowed = routes.map((route) => route.method.toUpperCase());
  return (request, response, next) => {
    response.set("allow", allowed.join(", "));
    next(new ProblemError("method-not-allowed", `${request.path} knows ${allowed.join(", ")}.`));
  };
}

function checkDeclaration(route: Route): void {
  const isWrite = route.method !== "get";
  if (isWrite && route.permission === "public" && route.idempotent !== false) {
    throw new Error(
      `Route ${route.operationId} is an idempotent write, so it needs a signed-in member.`,
    );
  }
}

/** A router over all declared routes; a known path with another method is a 405 problem. */
export function mountRoutes(runtime: RouteRuntime, routes: readonly Route[]): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const [path, ofPath] of Map.groupBy(routes, (route) => route.path)) {
    const mounted = router.route(path);
    for (const route of ofPath) {
      checkDeclaration(route);
      mounted[route.method](runRoute(runtime, route));
    }
    mounted.all(refuseOtherMethods(ofPath));
  }
  return router;
}
