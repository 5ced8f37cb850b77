import type { Request } from "express";

const scheme = /^Bearer +(\S+)$/i;

/** What an Authorization header of scheme Bearer carries; undefined without one. Other schemes are not ours. */
export function bearerText(request: Request): string | undefined {
  return scheme.exec(request.get("authorization") ?? "")?.[1];
}
