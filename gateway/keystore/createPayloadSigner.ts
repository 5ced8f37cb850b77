import { concat, type Signature, Transaction, TypedDataEncoder } from "ethers";
import type { LedgerSigner } from "./signerSource.ts";

/** Signs keccak256 of a payload of bytes (0x-hex) with one account's key. */
export type SignPayload = (payload: string) => Promise<Signature> | Signature;

const TYPED_DATA = "0x1901";

/**
 * A signer from the one thing that key holders of every kind can do. Transactions of all types and EIP-712 messages are
 * keccak256 of some bytes, and a remote signer may insist on hashing those itself.
 */
export function createPayloadSigner(
  address: string,
  sign: SignPayload,
  isRemote = false,
): LedgerSigner {
  return {
    address,
    isRemote,
    async signTransaction(terms) {
      const { from: _from, to, ...rest } = terms;
      if (to !== null && to !== undefined && typeof to !== "string") {
        throw new TypeError("A signer resolves no names: the recipient must be an address.");
      }
      const transaction = Transaction.from({ ...rest, to: to ?? null } as Parameters<
        typeof Transaction.from
      >[0]);
      transaction.signature = await sign(transaction.unsignedSerialized);
      return transaction.serialized;
    },
    async signTypedData(domain, types, value) {
      const { hashDomain } = TypedDataEncoder;
      const message = TypedDataEncoder.from(types).hash(value);
      return (await sign(concat([TYPED_DATA, hashDomain(domain), message]))).serialized;
    },
  };
}
