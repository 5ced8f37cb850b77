import type { MemberRole } from "@tallystick/sdk";
import type { Scope } from "./scopes.ts";

/** Who asks: a member, acting through one of its accounts. */
export interface Identity {
  readonly memberId: number;
  /** The member's primary account, for which writes are made; checksummed address. */
  readonly account: string;
  readonly name: string;
  readonly roles: readonly MemberRole[];
  /**
   * Which person or system of the member, by what proved it: `oidc:<issuer>:<subject>`, `key:<id>`, `account:<address>`,
   * `certificate:<fingerprint>`, `demo:<name>`. A second person is another one of these.
   */
  readonly person: string;
  readonly scopes: readonly Scope[];
  /** Browsers send cookies and certificates by themselves, so writes with those are checked for their origin. */
  readonly by: "cookie" | "bearer" | "certificate";
}
