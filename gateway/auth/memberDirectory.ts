import type { MemberRole } from "@tallystick/sdk";

/** What sign-in and permissions need to know about a member. */
export interface DirectoryMember {
  readonly memberId: number;
  /** Primary account, checksummed address. */
  readonly account: string;
  /** Every active account, checksummed. */
  readonly accounts: readonly string[];
  /** For people; on chain a member has only a salted digest. */
  readonly name: string;
  readonly roles: readonly MemberRole[];
}

/** Members as the projection knows them. */
export interface MemberDirectory {
  find(memberId: number): Promise<DirectoryMember | undefined>;
  /** The member whose active account this is; checksummed address. */
  findByAccount(account: string): Promise<DirectoryMember | undefined>;
  /** The member that a person may sign in as in a demonstration: by number, or by the name that it was given. */
  findDemoMember(nameOrNumber: string): Promise<DirectoryMember | undefined>;
}
