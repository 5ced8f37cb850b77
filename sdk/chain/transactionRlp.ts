import { z } from "zod";
import { ChainProofError } from "../errors/ChainProofError.ts";
import { firstIssue } from "./firstIssue.ts";
import type { Hex } from "./hex.ts";
import type { RlpTree } from "./rlpTree.ts";
import { rpcForms } from "./rpcForms.ts";
import { treeRlp } from "./treeRlp.ts";
import { typedRlp } from "./typedRlp.ts";

const { bytes, quantity } = rpcForms;
const signature = { r: quantity, s: quantity };
// Nodes before Cancun give the parity of typed transactions as v alone.
const parity = { yParity: quantity.optional(), v: quantity.optional() };
const accessList = z.array(z.object({ address: bytes, storageKeys: z.array(bytes) }));
const common = {
  nonce: quantity,
  gas: quantity,
  to: bytes.nullish().transform((to) => to ?? "0x"),
  value: quantity,
  input: bytes,
  ...signature,
};
const listed = { ...common, ...parity, chainId: quantity, accessList };
const priced = { ...listed, maxPriorityFeePerGas: quantity, maxFeePerGas: quantity };
const authorization = z.object({
  chainId: quantity,
  address: bytes,
  nonce: quantity,
  ...parity,
  ...signature,
});

type Listed = z.infer<z.ZodObject<typeof listed>>;
type Priced = z.infer<z.ZodObject<typeof priced>>;
type Signed = { readonly yParity?: Hex | undefined; readonly v?: Hex | undefined } & {
  readonly r: Hex;
  readonly s: Hex;
};

function access(list: Listed["accessList"]): RlpTree {
  return list.map(({ address, storageKeys }) => [address, storageKeys]);
}

function sealed({ yParity, v, r, s }: Signed): readonly Hex[] {
  const given = yParity ?? v;
  if (given !== undefined) return [given, r, s];
  throw new ChainProofError("chain-transaction-invalid", "The transaction has no parity.");
}

function callOf({ gas, to, value, input }: Listed): readonly Hex[] {
  return [gas, to, value, input];
}

function feesOf(read: Priced): readonly RlpTree[] {
  const { chainId, nonce, maxPriorityFeePerGas, maxFeePerGas } = read;
  return [chainId, nonce, maxPriorityFeePerGas, maxFeePerGas, ...callOf(read)];
}

/** The payload of each transaction type, in the order of its fields. */
const payloads: Readonly<Record<Hex, z.ZodType<readonly RlpTree[]>>> = {
  "0x": z
    .object({ ...common, gasPrice: quantity, v: quantity })
    .transform(({ nonce, gasPrice, gas, to, value, input, v, r, s }) => [
      ...[nonce, gasPrice, gas, to, value, input],
      ...[v, r, s],
    ]),
  "0x01": z
    .object({ ...listed, gasPrice: quantity })
    .transform((read) => [
      ...[read.chainId, read.nonce, read.gasPrice, ...callOf(read)],
      ...[access(read.accessList), ...sealed(read)],
    ]),
  "0x02": z
    .object(priced)
    .transform((read) => [...feesOf(read), access(read.accessList), ...sealed(read)]),
  "0x03": z
    .object({ ...priced, maxFeePerBlobGas: quantity, blobVersionedHashes: z.array(bytes) })
    .transform((read) => [
      ...[...feesOf(read), access(read.accessList)],
      ...[read.maxFeePerBlobGas, read.blobVersionedHashes, ...sealed(read)],
    ]),
  "0x04": z.object({ ...priced, authorizationList: z.array(authorization) }).transform((read) => {
    const authorizations = read.authorizationList.map((each) => {
      const { chainId, address, nonce } = each;
      return [chainId, address, nonce, ...sealed(each)];
    });
    return [...feesOf(read), access(read.accessList), authorizations, ...sealed(read)];
  }),
};

const typed = z.object({ type: quantity.nullish().transform((type) => type ?? "0x") });

/**
 * A transaction as it stands in the block's transaction trie, out of what nodes answer: types 0 (legacy), 1 (access
 * list), 2 (EIP-1559), 3 (blobs) and 4 (set code). Its keccak256 is the transaction's hash.
 *
 * @throws ChainProofError `chain-transaction-invalid`
 *
 * @example
 * import { transactionRlp, trieRoot } from "@tallystick/sdk";
 *
 * const block = await provider.send("eth_getBlockByNumber", ["latest", true]);
 * trieRoot(block.transactions.map(transactionRlp)) === block.transactionsRoot // => true
 */
export function transactionRlp(json: unknown): Hex {
  const type = typed.safeParse(json).data?.type ?? "0x";
  const payload = payloads[type];
  if (payload === undefined) {
    const sentence = `There is no transaction of type ${type}.`;
    throw new ChainProofError("chain-transaction-invalid", sentence, { details: { type } });
  }
  const read = payload.safeParse(json);
  if (read.success) return typedRlp(type, treeRlp(read.data));
  const sentence = `The node answered no transaction: ${firstIssue(read.error)}.`;
  throw new ChainProofError("chain-transaction-invalid", sentence, { cause: read.error });
}
