import type { MemberRole } from "@tallystick/sdk";
import type { Identity } from "./identity.ts";

/** What a policy may look at beside the identity: the request's validated parts. */
export interface PolicyInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** A rule that needs more than roles, for instance that one holds the certificate. Its name appears in the OpenAPI. */
export interface Policy {
  readonly policy: string;
  allows(identity: Identity, input: PolicyInput): boolean | Promise<boolean>;
}

/** Who may use a route: anyone, any signed-in member, members with one of the roles, or whom a policy allows. */
export type Permission = "public" | "member" | MemberRole | readonly MemberRole[] | Policy;
