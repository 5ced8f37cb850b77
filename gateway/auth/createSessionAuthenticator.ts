import { ProblemError } from "../errors/problemError.ts";
import type { Authenticator } from "./authenticator.ts";
import type { MemberDirectory } from "./memberDirectory.ts";
import type { Sessions } from "./sessions.ts";
import { sessionToken } from "./sessionToken.ts";

/**
 * Knows people by their session. A bearer token that is not a live session is a 401; a stale cookie merely doesn't
 * count, since browsers send it with public reads too.
 */
export function createSessionAuthenticator(
  sessions: Sessions,
  directory: MemberDirectory,
): Authenticator {
  return async (request) => {
    const carried = sessionToken.of(request);
    if (carried === undefined) return undefined;
    const memberId = await sessions.memberOf(carried.token);
    const member = memberId === undefined ? undefined : await directory.find(memberId);
    if (member === undefined) {
      if (carried.by === "cookie") return undefined;
      throw new ProblemError("not-signed-in", "The session is unknown or has expired.");
    }
    const { account, name, roles } = member;
    return { memberId: member.memberId, account, name, roles, by: carried.by };
  };
}
