import { ProblemError } from "../errors/problemError.ts";
import { addressRanges } from "./addressRanges.ts";
import type { ApiKeys } from "./apiKeys.ts";
import { apiKeyText } from "./apiKeyText.ts";
import type { Authenticator } from "./authenticator.ts";
import { bearerText } from "./bearerText.ts";
import type { MemberDirectory } from "./memberDirectory.ts";
import type { SecurityLog } from "./securityLog.ts";

/** Knows members' systems by their API keys. Every wrong key gets the same 401: it tells nothing about which part is. */
export function createKeyAuthenticator(
  keys: ApiKeys,
  directory: MemberDirectory,
  security: SecurityLog,
): Authenticator {
  return async (request) => {
    const text = bearerText(request);
    if (text === undefined || !text.startsWith(apiKeyText.prefix)) return undefined;
    const key = await keys.find(text);
    const member = key === undefined ? undefined : await directory.find(key.memberId);
    const address = request.ip;
    if (key === undefined || member === undefined) {
      security.record({ kind: "proof-refused", way: "key", reason: "key-unknown", address });
      throw new ProblemError("not-signed-in", "The key is not accepted.");
    }
    const person = `key:${key.keyId}`;
    if (!addressRanges.include(key.addresses, address)) {
      const reason = "key-elsewhere";
      security.record({ kind: "proof-refused", way: "key", reason, person, address });
      throw new ProblemError("not-permitted", "This key may not be used from this address.");
    }
    keys.markUsed(key);
    const { memberId, account, name, roles } = member;
    return { memberId, account, name, roles, person, scopes: key.scopes, by: "bearer" };
  };
}
