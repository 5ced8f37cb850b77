import { Context, pvm } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import {
  changeTransaction,
  type ProposalSigners,
  type ProposedChange,
} from "./changeTransaction.ts";
import { readSubnetOwners } from "./readSubnetOwners.ts";
import type { TransactionFile } from "./transactionFile.ts";

/** The client's own check sees no capacity until the P-chain's clock moves; the node checks the real one. */
const CAPACITY = 1_000_000n;

/**
 * Builds a change of a subnet's validators for its owners to sign. `url`: of a validator, without a path.
 *
 * @throws {NetworkError} NOT_AN_OWNER, WRONG_NUMBER_OF_OWNERS, PLATFORM_COINS_SPENT
 */
export async function proposeChange(
  url: string,
  change: ProposedChange,
  signers: ProposalSigners,
): Promise<TransactionFile> {
  const api = new pvm.PVMApi(url);
  const [owners, context, fees, { utxos }] = await Promise.all([
    readSubnetOwners(api, change.subnetId),
    Context.getContextFromURI(url),
    api.getFeeState(),
    api.getUTXOs({ addresses: [signers.payer] }),
  ]);
  if (utxos.length === 0) {
    const sentence = `${signers.payer} has no coin to pay the fee with.`;
    throw new NetworkError("PLATFORM_COINS_SPENT", sentence);
  }
  const coins = { feeState: { ...fees, capacity: CAPACITY }, utxos };
  return changeTransaction(context, coins, owners, change, signers);
}
