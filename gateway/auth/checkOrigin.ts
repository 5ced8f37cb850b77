import type { Request } from "express";
import { ProblemError } from "../errors/problemError.ts";

function isOwnOrigin(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * Refuses a write that a browser sends with our cookie from another site. SameSite=Strict already keeps most away;
 * this also covers sites of the same registrable domain and old browsers.
 */
export function checkOrigin(request: Request): void {
  const site = request.get("sec-fetch-site");
  const origin = request.get("origin");
  const isForeignSite = site !== undefined && site !== "same-origin" && site !== "none";
  const isForeignOrigin = origin !== undefined && !isOwnOrigin(origin, request.get("host"));
  if (isForeignSite || isForeignOrigin) {
    throw new ProblemError(
      "cross-site-write",
      "Writes with the session cookie must come from the console.",
    );
  }
}
