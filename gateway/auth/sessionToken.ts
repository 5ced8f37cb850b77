import type { Request } from "express";

/** Name of the session's cookie. */
const COOKIE = "tallystick_session";
const bearer = /^Bearer ([A-Za-z0-9_-]{16,200})$/;

/** A session token as a request carries it. */
export interface CarriedToken {
  readonly token: string;
  readonly by: "cookie" | "bearer";
}

function cookieValue(header: string | undefined): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [name, value] = pair.split("=");
    if (name?.trim() === COOKIE && value !== undefined) return value.trim();
  }
  return undefined;
}

/** Reads the token from the Authorization header, else from the cookie. */
export const sessionToken = {
  cookie: COOKIE,
  of(request: Request): CarriedToken | undefined {
    const header = bearer.exec(request.get("authorization") ?? "")?.[1];
    if (header !== undefined) return { token: header, by: "bearer" };
    const cookie = cookieValue(request.get("cookie"));
    return cookie === undefined || cookie === "" ? undefined : { token: cookie, by: "cookie" };
  },
};
