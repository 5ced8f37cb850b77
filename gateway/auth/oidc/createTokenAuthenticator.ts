import { decodeJwt } from "jose";
import { ProblemError } from "../../errors/problemError.ts";
import type { Authenticator } from "../authenticator.ts";
import { bearerText } from "../bearerText.ts";
import type { MemberDirectory } from "../memberDirectory.ts";
import type { People } from "../people.ts";
import type { SecurityLog } from "../securityLog.ts";
import { holderOfClaims } from "./holderOfClaims.ts";
import type { OidcIssuer } from "./oidcIssuer.ts";
import { TokenRefused } from "./tokenRefused.ts";

/** What tokens are checked with. */
export interface TokenAuthentication {
  readonly issuers: readonly OidcIssuer[];
  readonly people: Pick<People, "findBySubject">;
  readonly directory: MemberDirectory;
  readonly security: SecurityLog;
}

const form = /^[\w-]+\.[\w-]+\.[\w-]*$/;
const MAXIMUM_LENGTH = 12_000;

/** What an unverified token says of its issuer: only which keys to verify it with. */
function saidIssuer(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch (cause) {
    throw new TokenRefused("ERR_FORM", { cause });
  }
}

async function verified(issuers: readonly OidcIssuer[], token: string) {
  if (token.length > MAXIMUM_LENGTH) throw new TokenRefused("ERR_LENGTH");
  const said = saidIssuer(token);
  const issuer = issuers.find(({ settings }) => settings.issuer === said);
  if (issuer === undefined) throw new TokenRefused("ERR_ISSUER");
  return { issuer, claims: await issuer.verify(token, issuer.settings.audience) };
}

/** Knows people and systems by a token of their company's identity provider. Every wrong token gets the same 401. */
export function createTokenAuthenticator({
  issuers,
  people,
  directory,
  security,
}: TokenAuthentication): Authenticator {
  return async (request) => {
    const token = bearerText(request);
    if (token === undefined || !form.test(token)) return undefined;
    const way = { way: "oidc", address: request.ip } as const;
    const { issuer, claims } = await verified(issuers, token).catch((error: unknown) => {
      if (!(error instanceof TokenRefused)) throw error;
      security.record({ kind: "proof-refused", ...way, reason: error.code });
      throw new ProblemError("not-signed-in", "The token is not accepted.");
    });
    const known = await people.findBySubject(issuer.settings.name, claims.sub);
    const holder = holderOfClaims(issuer.settings, claims, known, "bearer");
    const member = holder === undefined ? undefined : await directory.find(holder.memberId);
    if (holder === undefined || member === undefined) {
      const person = `oidc:${issuer.settings.name}:${claims.sub}`;
      security.record({ kind: "proof-refused", ...way, reason: "person-unknown", person });
      throw new ProblemError("person-unknown", "No member has named the person of this token.");
    }
    const { memberId, account, name, roles } = member;
    const { person, scopes } = holder;
    return { memberId, account, name, roles, person, scopes, by: "bearer" };
  };
}
