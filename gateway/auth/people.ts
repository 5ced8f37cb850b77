import type { Queryable } from "../database/database.ts";
import type { Scope } from "./scopes.ts";

/** Someone who acts for a member, known by what an identity provider calls them. */
export interface Person {
  readonly personId: string;
  readonly memberId: number;
  /** Name of the issuer in this gateway's configuration. */
  readonly issuer: string;
  /** The provider's `sub`. */
  readonly subject: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly active: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** What changes of a person. */
export type PersonChange = Partial<Pick<Person, "name" | "scopes" | "active">>;

/** People of members, in schema `local`. Writes run in the transaction that they are given. */
export interface People {
  list(memberId: number): Promise<readonly Person[]>;
  findById(memberId: number, personId: string): Promise<Person | undefined>;
  /** Whom a provider means, whether active or not. */
  findBySubject(issuer: string, subject: string): Promise<Person | undefined>;
  /** Throws problem `conflict` when the subject is somebody's already. */
  add(transaction: Queryable, person: Omit<Person, "createdAt" | "active">): Promise<void>;
  change(transaction: Queryable, person: Person, change: PersonChange): Promise<void>;
  /** Whether somebody administers the member here: a person or a key that is good for it. */
  hasAdministrator(memberId: number): Promise<boolean>;
}
