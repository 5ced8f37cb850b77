import { computeAddress, SigningKey } from "ethers";
import { BesuError } from "./BesuError.ts";

/** A node key's public half and the address that QBFT knows a validator by. */
export interface NodeIdentity {
  /** 64 bytes in hex without prefix, as enode URLs have it. */
  readonly publicKey: string;
  /** Lower case, with prefix. */
  readonly address: string;
}

/**
 * Who a node is, from its private key (32 bytes in hex with prefix) or its public key (64 bytes in hex without one).
 *
 * @throws BesuError `besu-options-invalid` for what is no key of secp256k1
 */
export function nodeIdentity(key: string): NodeIdentity {
  try {
    const uncompressed = SigningKey.computePublicKey(
      key.startsWith("0x") ? key : `0x04${key}`,
      false,
    );
    return {
      publicKey: uncompressed.slice("0x04".length),
      address: computeAddress(uncompressed).toLowerCase(),
    };
  } catch (cause) {
    throw new BesuError("besu-options-invalid", "A node's key is no key of secp256k1.", { cause });
  }
}
