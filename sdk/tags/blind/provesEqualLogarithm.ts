import { mulAddUnsafe } from "@noble/curves/abstract/curve.js";
import { ristretto255_hasher } from "@noble/curves/ed25519.js";
import { concat, getBytes, sha512, toBeHex, toUtf8Bytes } from "ethers";
import { type GroupElement, ristretto } from "./ristretto.ts";

const context = concat([toUtf8Bytes("OPRFV1-"), "0x01", toUtf8Bytes("-ristretto255-SHA512")]);
const seedTag = getBytes(concat([toUtf8Bytes("Seed-"), context]));
const scalarTag = getBytes(concat([toUtf8Bytes("HashToScalar-"), context]));

/** Parts behind their lengths in two bytes, numbers in two bytes, and a label at the end. */
function transcript(parts: readonly (Uint8Array | number)[], label: string): Uint8Array {
  const encoded = parts.flatMap((part) =>
    typeof part === "number" ? [toBeHex(part, 2)] : [toBeHex(part.length, 2), part],
  );
  return getBytes(concat([...encoded, toUtf8Bytes(label)]));
}

function hashToScalar(message: Uint8Array): bigint {
  return ristretto255_hasher.hashToScalar(message, { DST: scalarTag });
}

/** One random-looking sum for each list, so that one proof speaks for all pairs. */
function composites(
  key: Uint8Array,
  before: readonly GroupElement[],
  after: readonly GroupElement[],
) {
  const seed = getBytes(sha512(transcript([key, seedTag], "")));
  const weights = before.map((element, index) => {
    const result = after[index]?.toBytes() ?? new Uint8Array();
    return hashToScalar(transcript([seed, index, element.toBytes(), result], "Composite"));
  });
  const sum = (elements: readonly GroupElement[]) =>
    mulAddUnsafe(ristretto.Point, [...elements], weights);
  return { before: sum(before), after: sum(after) };
}

/**
 * VerifyProof of RFC 9497, section 2.2.2, in VOPRF mode: whether each element of `after` is the one of `before` times the
 * secret behind `publicKey`. Everything in it is public, so it may take variable time. The library that we take the rest
 * from checks a proof only while it unblinds under the same key, which costs a tag of three shares twice as much.
 *
 * @param proof challenge and response, 32 bytes each
 */
export function provesEqualLogarithm(
  publicKey: GroupElement,
  before: readonly GroupElement[],
  after: readonly GroupElement[],
  proof: { readonly challenge: bigint; readonly response: bigint },
): boolean {
  if (before.length === 0 || before.length !== after.length) return false;
  const { challenge, response } = proof;
  const key = publicKey.toBytes();
  const sums = composites(key, before, after);
  const commitment = (base: GroupElement, image: GroupElement) =>
    mulAddUnsafe(ristretto.Point, [base, image], [response, challenge]).toBytes();
  const parts = [
    key,
    sums.before.toBytes(),
    sums.after.toBytes(),
    commitment(ristretto.Point.BASE, publicKey),
    commitment(sums.before, sums.after),
  ];
  return ristretto.Fn.eql(hashToScalar(transcript(parts, "Challenge")), challenge);
}
