import type { SignerSource } from "../keystore/signerSource.ts";
import type { GatewayMetrics } from "./gatewayMetrics.ts";

/** Counts signatures that were not given, for instance because a key's holder is unreachable. */
export function measureSigners(
  source: SignerSource,
  { signerErrors }: Pick<GatewayMetrics, "signerErrors">,
): SignerSource {
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      signerErrors.inc();
      throw error;
    }
  };
  return {
    holds: (account) => source.holds(account),
    async signerFor(memberId, account) {
      const signer = await source.signerFor(memberId, account);
      return {
        address: signer.address,
        ...(signer.isRemote === undefined ? {} : { isRemote: signer.isRemote }),
        signTransaction: (transaction) => counted(() => signer.signTransaction(transaction)),
        signTypedData: (domain, types, value) =>
          counted(() => signer.signTypedData(domain, types, value)),
      };
    },
  };
}
