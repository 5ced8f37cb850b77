import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import { assertStorable } from "../../http/assertStorable.ts";
import type { IssuerSettings } from "./issuerSettings.ts";
import type { OidcIssuer, VerifiedClaims } from "./oidcIssuer.ts";
import { TokenRefused } from "./tokenRefused.ts";

/** How a provider is asked; milliseconds. */
export interface IssuerTimes {
  readonly timeoutMs: number;
  /** After a fetch, so long no unknown key makes another one: forged key ids must not hammer the provider. */
  readonly cooldownMs: number;
  /** So long fetched keys are used, also while the provider is away. */
  readonly cacheMs: number;
}

const usualTimes: IssuerTimes = { timeoutMs: 5_000, cooldownMs: 30_000, cacheMs: 600_000 };

const discovery = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url().optional(),
});

type Discovery = z.output<typeof discovery>;

const MAXIMUM_SUBJECT = 255;

/** What says that the token is wrong. Everything else that goes wrong says that the provider is. */
const tokenErrors = [
  errors.JWTClaimValidationFailed,
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
] as const;

function unreachable({ name }: IssuerSettings, cause: unknown): ProblemError {
  const problem = new ProblemError("issuer-unreachable", `${name} can't be asked at the moment.`);
  problem.cause = cause;
  return problem;
}

async function discover(settings: IssuerSettings, timeoutMs: number): Promise<Discovery> {
  const place = `${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(place, { redirect: "error", signal });
  if (!response.ok) throw new Error(`It answered with HTTP ${response.status}.`);
  const found = discovery.parse(await response.json());
  if (found.issuer !== settings.issuer) throw new Error(`It calls itself ${found.issuer}.`);
  return found;
}

/** Asks once, again after a failure, and not more often than the cooldown allows. */
function discoveryOf(settings: IssuerSettings, { timeoutMs, cooldownMs }: IssuerTimes) {
  let found: Promise<Discovery> | undefined;
  let askedAt = 0;
  return (): Promise<Discovery> => {
    if (found !== undefined) return found;
    const asked = discover(settings, timeoutMs).catch((cause: unknown) => {
      const wait = Math.max(0, Math.min(cooldownMs, 1_000) - (Date.now() - askedAt));
      setTimeout(() => {
        if (found === asked) found = undefined;
      }, wait).unref();
      throw unreachable(settings, cause);
    });
    askedAt = Date.now();
    found = asked;
    return asked;
  };
}

function checked(claims: JWTPayload): VerifiedClaims {
  const sub: unknown = claims.sub;
  if (typeof sub !== "string" || sub === "" || sub.length > MAXIMUM_SUBJECT) {
    throw new TokenRefused("ERR_SUBJECT");
  }
  try {
    assertStorable(sub);
  } catch (cause) {
    throw new TokenRefused("ERR_SUBJECT", { cause });
  }
  return { ...claims, sub };
}

/** A provider whose keys are fetched, cached and fetched anew when a token names an unknown one. */
export function createOidcIssuer(
  settings: IssuerSettings,
  times: Partial<IssuerTimes> = {},
): OidcIssuer {
  const all = { ...usualTimes, ...times };
  const discovered = discoveryOf(settings, all);
  let keys: JWTVerifyGetKey | undefined;
  const keysOf = async (): Promise<JWTVerifyGetKey> => {
    if (keys !== undefined) return keys;
    const place = settings.jwksUri ?? (await discovered()).jwks_uri;
    keys ??= createRemoteJWKSet(new URL(place), {
      timeoutDuration: all.timeoutMs,
      cooldownDuration: all.cooldownMs,
      cacheMaxAge: all.cacheMs,
    });
    return keys;
  };
  return {
    settings,
    async verify(token, audience) {
      const key = await keysOf();
      try {
        const { payload } = await jwtVerify(token, key, {
          issuer: settings.issuer,
          audience: typeof audience === "string" ? audience : [...audience],
          algorithms: settings.algorithms,
          clockTolerance: settings.clockToleranceSeconds,
          requiredClaims: ["exp", "sub"],
        });
        return checked(payload);
      } catch (error) {
        if (error instanceof TokenRefused) throw error;
        if (
          error instanceof errors.JOSEError &&
          tokenErrors.some((kind) => error instanceof kind)
        ) {
          throw new TokenRefused(error.code, { cause: error });
        }
        throw unreachable(settings, error);
      }
    },
    async endpoints() {
      const { authorization_endpoint: authorization, token_endpoint: token } = await discovered();
      if (authorization === undefined || token === undefined) {
        throw unreachable(settings, new Error("It tells no endpoints to sign in at."));
      }
      return { authorization, token };
    },
  };
}
