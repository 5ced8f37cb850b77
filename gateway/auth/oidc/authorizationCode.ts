import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { ProblemError } from "../../errors/problemError.ts";
import type { BegunSignIn } from "../signIns.ts";
import type { OidcIssuer, VerifiedClaims } from "./oidcIssuer.ts";
import { TokenRefused } from "./tokenRefused.ts";

const TIMEOUT_MS = 10_000;
const answer = z.object({ id_token: z.string().max(20_000) });

function clientIdOf({ settings }: OidcIssuer): string {
  if (settings.clientId !== undefined) return settings.clientId;
  throw new ProblemError("not-found", `One can't sign in through ${settings.name} here.`);
}

async function exchanged(issuer: OidcIssuer, form: URLSearchParams): Promise<string> {
  const { token } = await issuer.endpoints();
  const { clientSecretFile } = issuer.settings;
  if (clientSecretFile !== undefined) {
    form.set("client_secret", (await readFile(clientSecretFile, "utf8")).trim());
  }
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(token, { method: "POST", body: form, redirect: "error", signal });
    if (response.status >= 400 && response.status < 500) throw new TokenRefused("ERR_CODE");
    return answer.parse(await response.json()).id_token;
  } catch (cause) {
    if (cause instanceof TokenRefused) throw cause;
    const problem = new ProblemError(
      "issuer-unreachable",
      `${issuer.settings.name} can't be asked at the moment.`,
    );
    problem.cause = cause;
    throw problem;
  }
}

/** OpenID Connect's authorization code flow with PKCE (RFC 7636). */
export const authorizationCode = {
  /** Where the person's browser goes. */
  async begin(issuer: OidcIssuer, signIn: BegunSignIn, redirectUri: string): Promise<string> {
    const url = new URL((await issuer.endpoints()).authorization);
    const parameters = {
      response_type: "code",
      client_id: clientIdOf(issuer),
      redirect_uri: redirectUri,
      scope: issuer.settings.authorizationScope,
      state: signIn.state,
      nonce: signIn.nonce,
      code_challenge: createHash("sha256").update(signIn.verifier).digest("base64url"),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return url.href;
  },

  /** Claims of the ID token that the code stands for; throws `TokenRefused` unless it answers this very sign-in. */
  async end(
    issuer: OidcIssuer,
    signIn: BegunSignIn,
    code: string,
    redirectUri: string,
  ): Promise<VerifiedClaims> {
    const clientId = clientIdOf(issuer);
    const form = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: clientId,
      redirect_uri: redirectUri,
      code_verifier: signIn.verifier,
    });
    const claims = await issuer.verify(await exchanged(issuer, form), clientId);
    if (claims["nonce"] !== signIn.nonce) throw new TokenRefused("ERR_NONCE");
    return claims;
  },
} as const;
