import { bytesOf } from "../../chain/bytesOf.ts";
import type { Hex } from "../../chain/hex.ts";
import { hexOf } from "../../chain/hexOf.ts";
import { ConsensusError } from "../../errors/ConsensusError.ts";
import { warpBytes } from "./warpBytes.ts";

/** A message with the signature of several validators. */
export type SignedWarpMessage = {
  readonly unsigned: Uint8Array;
  /** Bit i is the i-th validator in canonical order. */
  readonly signers: bigint;
  /** A compressed point of G2: the sum of the validators' signatures. */
  readonly signature: Uint8Array;
};

const { u32, join, counted } = warpBytes;
const HEAD = 2 + 4 + 32;
const SIGNATURE = 96;
/** The only kind of signature there is: a set of bits and one aggregate. */
const BIT_SET_SIGNATURE = 0;

function invalid(reason: string): ConsensusError {
  return new ConsensusError("warp-message-invalid", `The signed message ${reason}.`);
}

function bitsOf(signers: bigint): Uint8Array {
  const digits = signers === 0n ? "" : signers.toString(16);
  return bytesOf(`0x${digits.length % 2 === 0 ? "" : "0"}${digits}`);
}

function read(hex: Hex): SignedWarpMessage {
  const bytes = bytesOf(hex);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const lengthAt = (at: number): number => {
    if (at + 4 > bytes.length) throw invalid("is cut off");
    return view.getUint32(at);
  };
  const unsignedEnd = HEAD + 4 + lengthAt(HEAD);
  if (lengthAt(unsignedEnd) !== BIT_SET_SIGNATURE) throw invalid("has another kind of signature");
  const bitsAt = unsignedEnd + 8;
  const bitsEnd = bitsAt + lengthAt(unsignedEnd + 4);
  if (bytes.length !== bitsEnd + SIGNATURE) throw invalid("has another length than it says");
  const bits = bytes.subarray(bitsAt, bitsEnd);
  if (bits[0] === 0) throw invalid("has its signers in more bytes than they need");
  return {
    unsigned: bytes.subarray(0, unsignedEnd),
    signers: bits.length === 0 ? 0n : BigInt(hexOf(bits)),
    signature: bytes.subarray(bitsEnd),
  };
}

/**
 * The engine's form of a signed message: the message, then `00000000 | length | bits | 96 bytes`. It has exactly one spelling.
 *
 * @throws ConsensusError `warp-message-invalid`; ChainProofError `chain-hex-invalid`
 *
 * @example
 * import { signedWarpMessage, warpMessage } from "@tallystick/sdk";
 *
 * const chain = { networkId: 5, blockchainId: "0x" + "11".repeat(32) };
 * const unsigned = warpMessage.ofBlock(chain, "0x" + "22".repeat(32));
 * const hex = signedWarpMessage.write({ unsigned, signers: 0b10111n, signature: new Uint8Array(96) });
 * signedWarpMessage.read(hex).signers // => 23n
 */
export const signedWarpMessage = {
  read,
  write: ({ unsigned, signers, signature }: SignedWarpMessage): Hex =>
    hexOf(join(unsigned, u32(BIT_SET_SIGNATURE), counted(bitsOf(signers)), signature)),
} as const;
