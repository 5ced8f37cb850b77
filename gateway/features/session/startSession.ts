import type { Request, Response } from "express";
import type { SecurityEvent } from "../../auth/securityLog.ts";
import type { NewSession, SessionHolder } from "../../auth/sessions.ts";
import { sessionToken } from "../../auth/sessionToken.ts";
import type { GatewayServices } from "../../gatewayServices.ts";

/** Opens a session for somebody who has proved who it is, and gives the browser its cookie. */
export async function startSession(
  { config, identities }: Pick<GatewayServices, "config" | "identities">,
  raw: { readonly request: Request; readonly response: Response },
  holder: SessionHolder,
  way: NonNullable<SecurityEvent["way"]>,
): Promise<NewSession> {
  const session = await identities.sessions.open(holder);
  raw.response.set("cache-control", "no-store").cookie(sessionToken.cookie, session.token, {
    httpOnly: true,
    sameSite: "strict",
    secure: config.secureCookies,
    path: "/",
    expires: session.expiresAt,
  });
  const { memberId, person } = holder;
  identities.security.record({ kind: "signed-in", way, memberId, person, address: raw.request.ip });
  return session;
}
