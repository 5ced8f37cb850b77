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
   * Which person or system of the member, by what proved it: `oidc:<subject>`, `key:<id>`, `account:<address>`,
   * `demo:<name>`. A second person is another one of these.
   */
  readonly person: string;
  readonly scopes: readonly Scope[];
  /** `cookie` is sent by browsers by themselves, so writes with it are checked for their origin. */
  readonly by: "cookie" | "bearer";
}
