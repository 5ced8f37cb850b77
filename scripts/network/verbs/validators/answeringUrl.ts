import { NetworkError } from "../../NetworkError.ts";
import type { NetworkState } from "../../networkState.ts";
import { askValidator } from "../../validator/askValidator.ts";

/**
 * Of a validator that answers for the P-chain, without a path.
 *
 * @throws {NetworkError} NO_VALIDATOR
 */
export async function answeringUrl({ validators }: NetworkState): Promise<string> {
  for (const { host, httpPort } of validators) {
    const url = `http://${host}:${httpPort}`;
    try {
      await askValidator(`${url}/ext/bc/P`, "platform.getHeight", {});
      return url;
    } catch {
      // The next one may answer.
    }
  }
  throw new NetworkError("NO_VALIDATOR", 'No validator answers: "npm run network -- up" first.');
}
