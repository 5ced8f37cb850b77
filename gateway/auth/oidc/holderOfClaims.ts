import type { JWTPayload } from "jose";
import type { Person } from "../people.ts";
import type { Scope } from "../scopes.ts";
import type { SessionHolder } from "../sessions.ts";
import type { IssuerSettings } from "./issuerSettings.ts";

interface Mapped {
  readonly memberId: number;
  readonly scopes: readonly Scope[];
}

function wordsIn(claim: unknown): readonly string[] {
  if (typeof claim === "string") return claim.split(" ");
  return Array.isArray(claim) ? claim.filter((each) => typeof each === "string") : [];
}

function memberNumber(claim: unknown): number | undefined {
  const number = typeof claim === "string" && /^[1-9]\d{0,9}$/.test(claim) ? Number(claim) : claim;
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined;
}

/** The members' own table comes first, and its word is final: whom it has switched off no group lets in. */
function mappedBy(
  settings: IssuerSettings,
  claims: JWTPayload,
  person: Person | undefined,
): Mapped | undefined {
  if (person !== undefined) return person.active ? person : undefined;
  const groups = wordsIn(claims[settings.groupClaim]);
  const configured =
    settings.people.find(({ subject }) => subject !== undefined && subject === claims.sub) ??
    settings.people.find(({ group }) => group !== undefined && groups.includes(group));
  if (configured !== undefined) return { memberId: configured.member, scopes: configured.scopes };
  if (settings.memberClaim === undefined) return undefined;
  const memberId = memberNumber(claims[settings.memberClaim]);
  return memberId === undefined ? undefined : { memberId, scopes: settings.memberClaimScopes };
}

function limited(
  { scopeClaim, scopeWords }: IssuerSettings,
  claims: JWTPayload,
  given: readonly Scope[],
): readonly Scope[] {
  if (scopeClaim === undefined) return given;
  const said = wordsIn(claims[scopeClaim]).map((word) =>
    Object.hasOwn(scopeWords, word) ? scopeWords[word] : undefined,
  );
  return given.filter((scope) => said.includes(scope));
}

/**
 * Whom verified claims mean, and for what: the members' table of people, else the configured mapping, else the claim
 * that the provider is trusted to state. Undefined for somebody whom no member has named.
 */
export function holderOfClaims(
  settings: IssuerSettings,
  claims: JWTPayload & { readonly sub: string },
  person: Person | undefined,
  use: "bearer" | "sign-in",
): SessionHolder | undefined {
  const mapped = mappedBy(settings, claims, person);
  if (mapped === undefined) return undefined;
  const { memberId } = mapped;
  if (settings.members !== undefined && !settings.members.includes(memberId)) return undefined;
  // An ID token says who someone is; what an access token is good for it doesn't say.
  const scopes = use === "bearer" ? limited(settings, claims, mapped.scopes) : mapped.scopes;
  return { memberId, person: `oidc:${settings.name}:${claims.sub}`, scopes };
}
