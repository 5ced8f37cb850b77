import type { Request } from "express";
import { bearerText } from "./bearerText.ts";

/** Name of the session's cookie. */
const COOKIE = "tallystick_session";

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
    const header = bearerText(request);
    if (header !== undefined) return { token: header, by: "bearer" };
    const cookie = cookieValue(request.get("cookie"));
    return cookie === undefined || cookie === "" ? undefined : { token: cookie, by: "cookie" };
  },
};
