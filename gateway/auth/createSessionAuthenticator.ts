import { ProblemError } from "../errors/problemError.ts";
import type { Authenticator } from "./authenticator.ts";
import type { DirectoryMember, MemberDirectory } from "./memberDirectory.ts";
import type { SessionHolder, Sessions } from "./sessions.ts";
import { sessionToken } from "./sessionToken.ts";

const ACCOUNT = "account:";

/** Whoever signed in with an account that the member has revoked since is signed in no longer. */
function mayStillAct({ person }: SessionHolder, { accounts }: DirectoryMember): boolean {
  return !person.startsWith(ACCOUNT) || accounts.includes(person.slice(ACCOUNT.length));
}

/**
 * Knows people by their session. A bearer token that is not a live session is a 401; a stale cookie merely doesn't
 * count, since browsers send it with public reads too. Comes after those that know other kinds of bearer tokens.
 */
export function createSessionAuthenticator(
  sessions: Sessions,
  directory: MemberDirectory,
): Authenticator {
  return async (request) => {
    const carried = sessionToken.of(request);
    if (carried === undefined) return undefined;
    const holder = await sessions.holderOf(carried.token);
    const member = holder === undefined ? undefined : await directory.find(holder.memberId);
    if (holder === undefined || member === undefined || !mayStillAct(holder, member)) {
      if (carried.by === "cookie") return undefined;
      throw new ProblemError("not-signed-in", "The session is unknown or has expired.");
    }
    const { memberId, account, name, roles } = member;
    const { person, scopes } = holder;
    return { memberId, account, name, roles, person, scopes, by: carried.by };
  };
}
