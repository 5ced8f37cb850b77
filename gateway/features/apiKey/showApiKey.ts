import type { ApiKey } from "../../auth/apiKeys.ts";

/** A key without the member, which is the one that asks. */
export function showApiKey({ memberId: _ours, ...shown }: ApiKey): Omit<ApiKey, "memberId"> {
  return shown;
}
