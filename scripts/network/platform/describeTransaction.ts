import { networkIDs, pvmSerial, TransferOutput, utils } from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";

/** What a transaction does to a subnet's validators or owners, read from its own bytes. */
export interface SubnetChange {
  readonly kind: "add" | "remove" | "owners";
  readonly networkId: number;
  /** CB58. */
  readonly subnetId: string;
  /** Absent where owners change. */
  readonly nodeId?: string;
  /** Absent where no validator is added. */
  readonly weight?: bigint;
  /** Second at which it ends; likewise. */
  readonly end?: bigint;
  /** Who gets what is left of the coins that pay the fee: 20 bytes each, in hex. */
  readonly change: readonly string[];
  /** One sentence for whoever is asked to sign. */
  readonly sentence: string;
}

function dayOf(end: bigint): string {
  return new Date(Number(end) * 1_000).toISOString().slice(0, 10);
}

/**
 * Reads what the bytes say, and nothing else: whoever signs trusts no label on a file.
 *
 * @throws {NetworkError} TRANSACTION_UNKNOWN when they change neither validators nor owners of a subnet
 */
export function describeTransaction(unsigned: Uint8Array): SubnetChange {
  const transaction = parsed(unsigned);
  if (transaction instanceof pvmSerial.AddSubnetValidatorTx) {
    const { validator, subnetId: subnet } = transaction.subnetValidator;
    const networkId = transaction.baseTx.NetworkId.value();
    const [subnetId, nodeId] = [subnet.value(), validator.nodeId.value()];
    const [weight, end] = [validator.weight.value(), validator.endTime.value()];
    const sentence = `On network ${networkId}, ${nodeId} becomes a validator of subnet ${subnetId} with weight ${weight} until ${dayOf(end)}.`;
    const change = changeOf(transaction);
    return { kind: "add", networkId, subnetId, nodeId, weight, end, change, sentence };
  }
  if (transaction instanceof pvmSerial.RemoveSubnetValidatorTx) {
    const networkId = transaction.baseTx.NetworkId.value();
    const [subnetId, nodeId] = [transaction.subnetId.value(), transaction.nodeId.value()];
    const sentence = `On network ${networkId}, ${nodeId} is a validator of subnet ${subnetId} no more.`;
    const change = changeOf(transaction);
    return { kind: "remove", networkId, subnetId, nodeId, change, sentence };
  }
  if (transaction instanceof pvmSerial.TransferSubnetOwnershipTx) return ownersChange(transaction);
  const sentence =
    "The transaction does something else than to change a subnet's validators or owners.";
  throw new NetworkError("TRANSACTION_UNKNOWN", sentence, 3);
}

function ownersChange(transaction: pvmSerial.TransferSubnetOwnershipTx): SubnetChange {
  const networkId = transaction.baseTx.NetworkId.value();
  const subnetId = transaction.subnetID.value();
  const owners = transaction.getSubnetOwners();
  const prefix = networkIDs.getHRP(networkId);
  const names = owners.addrs.map((each) => utils.format("P", prefix, each.toBytes()));
  const sentence = `On network ${networkId}, subnet ${subnetId} belongs to ${owners.threshold.value()} of ${names.join(", ")} from then on.`;
  return { kind: "owners", networkId, subnetId, change: changeOf(transaction), sentence };
}

type Change = Pick<pvmSerial.AddSubnetValidatorTx, "baseTx">;

function changeOf({ baseTx }: Change): string[] {
  const outputs = baseTx.outputs.flatMap(({ output }) =>
    output instanceof TransferOutput ? output.outputOwners.addrs.map((each) => each.toHex()) : [""],
  );
  return [...new Set(outputs)];
}

function parsed(unsigned: Uint8Array) {
  try {
    return utils.unpackWithManager("PVM", unsigned);
  } catch (error) {
    const sentence = "The transaction's bytes are none of the P-chain's.";
    throw new NetworkError("TRANSACTION_UNKNOWN", sentence, 3, { cause: error });
  }
}
