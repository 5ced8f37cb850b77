import { bls12_381 } from "@noble/curves/bls12-381.js";
import { getBytes, hexlify, id } from "ethers";
import { warpCurve } from "../../sdk/consensus/warp/warpCurve.ts";
import {
  avalancheHeaders,
  type BlockHeader,
  canonicalWarpSet,
  cb58,
  type Hex,
  headerFromRlp,
  headerRlp,
  signedWarpMessage,
  type WarpTrust,
  type WarpValidator,
  warpMessage,
} from "../../sdk/index.ts";

/** A validator with its secret key, which follows from a name alone. */
export type TestWarpValidator = WarpValidator & { readonly secretKey: Uint8Array };

const chain = { networkId: 424_242, blockchainId: id("a chain of the test suite") };
const zero = `0x${"00".repeat(32)}`;

function validators(count: number, name = "validator", weight = 1_000n): TestWarpValidator[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = getBytes(id(`${name} ${index}`));
    const { secretKey, publicKey } = bls12_381.longSignatures.keygen(
      new Uint8Array([...seed, ...seed.subarray(0, 16)]),
    );
    const nodeId = `NodeID-${cb58(hexlify(seed.subarray(0, 20)))}`;
    return { nodeId, publicKey: hexlify(publicKey.toBytes(true)), weight, secretKey };
  });
}

const publicOf = ({ nodeId, publicKey, weight }: TestWarpValidator): WarpValidator => ({
  nodeId,
  publicKey,
  weight,
});

/** The message with the common signature of some of a set, whose bits follow the engine's order. */
function signMessage(
  message: Uint8Array,
  signers: readonly TestWarpValidator[],
  set: readonly WarpValidator[],
): Hex {
  const order = canonicalWarpSet(set).signers.map(({ publicKey }) => publicKey);
  const bits = signers.map(({ publicKey }) => 1n << BigInt(order.indexOf(publicKey)));
  const signature = warpCurve.sum(
    signers.map(({ secretKey }) => warpCurve.sign(message, secretKey)),
  );
  return signedWarpMessage.write({
    unsigned: message,
    signers: bits.reduce((all, bit) => all | bit, 0n),
    signature: warpCurve.bytesOf(signature),
  });
}

/** The block after a parent, or block 0; `salt` makes it another one. */
function nextHeader(parent: BlockHeader | undefined, salt = "block"): BlockHeader {
  const number = parent === undefined ? 0n : parent.number + 1n;
  const scalar = (value: bigint): Hex => {
    const digits = value === 0n ? "" : value.toString(16);
    return `0x${digits.length % 2 === 0 ? "" : "0"}${digits}`;
  };
  const root = (of: string): Hex => id(`${salt} ${number} ${of}`);
  const seconds = 1_795_000_000n + 2n * number;
  const fields = [
    parent?.hash ?? zero,
    id("uncles"),
    `0x01${"00".repeat(19)}`,
    root("state"),
    root("transactions"),
    root("receipts"),
    `0x${"00".repeat(256)}`,
    "0x01",
    scalar(number),
    scalar(100_000_000n),
    scalar(21_000n + number),
    scalar(seconds),
    "0x",
    zero,
    "0x0000000000000000",
    "0x01",
    "0x",
    "0x",
    "0x",
    zero,
    scalar(seconds * 1_000n),
    scalar(7_970_124n),
  ];
  return headerFromRlp(headerRlp({ fields }), avalancheHeaders);
}

/** A chain of blocks from block 0 on. */
function chainOf(length: number, salt?: string): BlockHeader[] {
  const headers: BlockHeader[] = [];
  for (let block = 0; block < length; block += 1) headers.push(nextHeader(headers.at(-1), salt));
  return headers;
}

/** Validators of the suite's own, who sign blocks as the engine's do. */
export const warpValidators = {
  chain,
  validators,
  publicOf,
  signMessage,
  nextHeader,
  chainOf,
  trust: (set: readonly TestWarpValidator[]): WarpTrust => ({
    ...chain,
    sets: [{ fromBlock: 0n, validators: set.map(publicOf) }],
  }),
  signBlock: (
    { hash }: Pick<BlockHeader, "hash">,
    signers: readonly TestWarpValidator[],
    set: readonly WarpValidator[],
  ): Hex => signMessage(warpMessage.ofBlock(chain, hash), signers, set),
} as const;
