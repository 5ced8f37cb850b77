import type { MemberRole } from "@tallystick/sdk";

/** Who asks: a member, acting through one of its accounts. */
export interface Identity {
  readonly memberId: number;
  /** The member's primary account, for which writes are made; checksummed address. */
  readonly account: string;
  readonly name: string;
  readonly roles: readonly MemberRole[];
  /** `cookie` is sent by browsers by themselves, so writes with it are checked for their origin. */
  readonly by: "cookie" | "bearer";
}
