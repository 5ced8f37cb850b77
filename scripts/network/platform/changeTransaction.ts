import { type Context, pvm, utils } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import type { TransactionParts } from "./PlatformClient.ts";
import type { KnownSubnetOwners } from "./readSubnetOwners.ts";
import type { TransactionFile } from "./transactionFile.ts";

/** A change of who validates a subnet, or of whose keys decide that. */
export type ProposedChange =
  | {
      readonly kind: "owners";
      readonly subnetId: string;
      /** P-chain addresses, in any order. */
      readonly newOwners: readonly string[];
      /** How many of them sign from then on. */
      readonly newThreshold: number;
    }
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

function signingOwners({ owners, threshold }: KnownSubnetOwners, named: readonly string[]) {
  const strange = named.filter((address) => !owners.includes(address));
  if (strange.length > 0) {
    const sentence = `${strange.join(", ")} doesn't own the subnet: ${owners.join(", ")} do.`;
    throw new NetworkError("NOT_AN_OWNER", sentence);
  }
  const chosen = named.length === 0 ? owners.slice(0, threshold) : named;
  const indices = new Set(chosen.map((address) => owners.indexOf(address)));
  if (indices.size === threshold) return [...indices].sort((one, other) => one - other);
  const sentence = `${threshold} owners sign, neither more nor fewer; ${indices.size} are named.`;
  throw new NetworkError("WRONG_NUMBER_OF_OWNERS", sentence);
}

/** The engine no longer looks at it: a validator begins when its transaction is committed. */
function nowSeconds(): bigint {
  return BigInt(Math.floor(Date.now() / 1_000));
}

type Parts = TransactionParts & { readonly subnetAuth: readonly number[] };

function built(parts: Parts, change: ProposedChange, context: Context.Context) {
  if (change.kind === "remove") {
    return pvm.newRemoveSubnetValidatorTx({ ...parts, ...change }, context);
  }
  if (change.kind === "add") {
    return pvm.newAddSubnetValidatorTx({ ...parts, ...change, start: nowSeconds() }, context);
  }
  const { subnetId, newOwners, newThreshold: threshold } = change;
  // The chain refuses owners that aren't in the order of their bytes.
  const subnetOwners = [...new Set(newOwners)]
    .map((address) => utils.bech32ToBytes(address))
    .sort((one, other) => Buffer.compare(one, other));
  if (threshold < 1 || threshold > subnetOwners.length) {
    const sentence = `${threshold} of ${subnetOwners.length} owners can't sign.`;
    throw new NetworkError("WRONG_NUMBER_OF_OWNERS", sentence);
  }
  const owned = { subnetId, subnetOwners, threshold };
  return pvm.newTransferSubnetOwnershipTx({ ...parts, ...owned }, context);
}

/**
 * A change of a subnet's validators or owners as the file that its owners sign.
 *
 * @throws {NetworkError} NOT_AN_OWNER, WRONG_NUMBER_OF_OWNERS
 */
export function changeTransaction(
  context: Context.Context,
  coins: Omit<TransactionParts, "fromAddressesBytes">,
  known: KnownSubnetOwners,
  change: ProposedChange,
  { payer, owners: named = [] }: ProposalSigners,
): TransactionFile {
  const subnetAuth = signingOwners(known, named);
  const unsigned = built(
    { ...coins, fromAddressesBytes: [utils.bech32ToBytes(payer)], subnetAuth },
    change,
    context,
  );
  const spending = unsigned.getCredentials().length - 1;
  return {
    kind: "tallystick-platform-transaction",
    unsigned: `0x${Buffer.from(unsigned.toBytes()).toString("hex")}`,
    signers: [
      ...Array.from({ length: spending }, () => [payer]),
      subnetAuth.map((index) => known.owners[index] ?? ""),
    ],
    signatures: {},
  };
}
