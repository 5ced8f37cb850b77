import type { CookieOptions } from "express";
import type { GatewayConfig } from "../../config/gatewayConfig.ts";

/**
 * Ties a sign-in through a provider to the browser that began it: nobody can make another one's browser end it, and so
 * sign it in as somebody else. `Lax`, since the provider sends the browser back from its own site.
 */
export const flowCookie = {
  name: "tallystick_sign_in",

  options({ secureCookies }: Pick<GatewayConfig, "secureCookies">): CookieOptions {
    return { httpOnly: true, sameSite: "lax", secure: secureCookies, path: "/v1/sign-in/oidc" };
  },

  of(header: string | undefined): string | undefined {
    const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
    return pairs.find(([name]) => name === flowCookie.name)?.[1];
  },
} as const;
