import type { Scope } from "../auth/scopes.ts";
import type { Route } from "./route.ts";

/** What a sign-in must be good for to use the route. */
export function scopeOf({ scope, method }: Pick<Route, "scope" | "method">): Scope {
  return scope ?? (method === "get" ? "read" : "write");
}
