import { z } from "zod";
import { scopes } from "../scopes.ts";

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(:\d+)?(\/|$)/;

/** Tokens are believed because of keys that are fetched from here, so the way there must be safe. */
const safeUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => url.startsWith("https://") || loopback.test(url), "must be an https URL");

const scopeList = z.array(z.enum(scopes)).min(1);
const memberNumber = z.int().min(1);

/** Public keys only: a secret that verifies also signs. */
const algorithms = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
] as const;

const mapped = z
  .strictObject({
    subject: z.string().min(1).max(255).optional(),
    group: z.string().min(1).max(255).optional(),
    member: memberNumber,
    scopes: scopeList,
  })
  .refine(
    ({ subject, group }) => (subject === undefined) !== (group === undefined),
    "names either a subject or a group",
  );

/** One identity provider, as OIDC_ISSUERS_FILE lists it. */
export const issuerSettings = z.strictObject({
  /** Short; a part of `Identity.person`, so it must never change. */
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "is lower-case letters, digits and hyphens"),
  title: z.string().min(1).max(80).optional(),
  issuer: safeUrl,
  /** One of these must be in the token's `aud`. */
  audience: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  /** Without it, discovery tells. */
  jwksUri: safeUrl.optional(),
  algorithms: z
    .array(z.enum(algorithms))
    .min(1)
    .default(["RS256", "PS256", "ES256", "EdDSA", "Ed25519"]),
  clockToleranceSeconds: z.int().min(0).max(300).default(30),
  /** Members that this provider may speak for; all of them without it. */
  members: z.array(memberNumber).min(1).optional(),
  /** People and groups that the configuration itself knows. */
  people: z.array(mapped).default([]),
  groupClaim: z.string().min(1).default("groups"),
  /** Claim with the member's number, from a provider that is trusted to state it. */
  memberClaim: z.string().min(1).optional(),
  /** What those are good for whom `memberClaim` alone maps. */
  memberClaimScopes: scopeList.default(["read"]),
  /** Claim whose words limit what a bearer token is good for. */
  scopeClaim: z.string().min(1).optional(),
  /** The provider's words for our scopes. */
  scopeWords: z
    .record(z.string(), z.enum(scopes))
    .default({ read: "read", write: "write", approve: "approve", administer: "administer" }),
  /** With a client id people may sign in at the console through this provider. */
  clientId: z.string().min(1).optional(),
  clientSecretFile: z.string().min(1).optional(),
  authorizationScope: z.string().min(1).default("openid"),
});

/** Checked settings of one identity provider. */
export type IssuerSettings = z.output<typeof issuerSettings>;
