import { Context, pvm, type UnsignedTx, utils } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import { readSubnetOwners } from "./readSubnetOwners.ts";
import type { TransactionFile } from "./transactionFile.ts";

/** A change of who validates a subnet. */
export type ProposedChange =
  | { readonly kind: "remove"; readonly subnetId: string; readonly nodeId: string }
  | {
      readonly kind: "add";
      readonly subnetId: string;
      readonly nodeId: string;
      readonly weight: bigint;
      /** Second at which it ends; not later than the node's own stake. */
      readonly end: bigint;
    };

/** Who signs what is proposed. */
export interface ProposalSigners {
  /** P-chain address whose coin pays the fee. */
  readonly payer: string;
  /** As many owners as must sign; the first ones where nobody is named. */
  readonly owners?: readonly string[];
}

/** The client's own check sees no capacity until the P-chain's clock moves; the node checks the real one. */
const CAPACITY = 1_000_000n;

async function partsOf(api: pvm.PVMApi, payer: string) {
  const { utxos } = await api.getUTXOs({ addresses: [payer] });
  if (utxos.length === 0) {
    throw new NetworkError("PLATFORM_COINS_SPENT", `${payer} has no coin to pay the fee with.`);
  }
  const feeState = { ...(await api.getFeeState()), capacity: CAPACITY };
  return { feeState, fromAddressesBytes: [utils.bech32ToBytes(payer)], utxos };
}

function signingOwners(owners: readonly string[], threshold: number, named: readonly string[]) {
  const strange = named.filter((address) => !owners.includes(address));
  if (strange.length > 0) {
    const sentence = `${strange.join(", ")} doesn't own the subnet: ${owners.join(", ")} do.`;
    throw new NetworkError("NOT_AN_OWNER", sentence);
  }
  const chosen = named.length === 0 ? owners.slice(0, threshold) : named;
  const indices = [...new Set(chosen.map((address) => owners.indexOf(address)))].sort(
    (a, b) => a - b,
  );
  if (indices.length === threshold) return indices;
  const sentence = `${threshold} owners sign, neither more nor fewer; ${indices.length} are named.`;
  throw new NetworkError("WRONG_NUMBER_OF_OWNERS", sentence);
}

/**
 * Builds a change of a subnet's validators for its owners to sign. `url`: of a validator, without a path.
 *
 * @throws {NetworkError} NOT_AN_OWNER, WRONG_NUMBER_OF_OWNERS, PLATFORM_COINS_SPENT
 */
export async function proposeChange(
  url: string,
  change: ProposedChange,
  { payer, owners: named = [] }: ProposalSigners,
): Promise<TransactionFile> {
  const api = new pvm.PVMApi(url);
  const { owners, threshold } = await readSubnetOwners(api, change.subnetId);
  const subnetAuth = signingOwners(owners, threshold, named);
  const context = await Context.getContextFromURI(url);
  const parts = { ...(await partsOf(api, payer)), subnetAuth, ...change };
  const unsigned: UnsignedTx =
    change.kind === "remove"
      ? pvm.newRemoveSubnetValidatorTx(parts, context)
      : pvm.newAddSubnetValidatorTx({ ...parts, ...change, start: nowSeconds() }, context);
  const spending = unsigned.getCredentials().length - 1;
  return {
    kind: "tallystick-platform-transaction",
    unsigned: `0x${Buffer.from(unsigned.toBytes()).toString("hex")}`,
    signers: [
      ...Array.from({ length: spending }, () => [payer]),
      subnetAuth.map((index) => owners[index] ?? ""),
    ],
    signatures: {},
  };
}

/** The engine no longer looks at it: a validator begins when its transaction is committed. */
function nowSeconds(): bigint {
  return BigInt(Math.floor(Date.now() / 1_000));
}
