import { concat, dataSlice, keccak256, toUtf8Bytes } from "ethers";
import { canonicalJson } from "./canonicalJson.ts";

/** The parts of a request that its reference is made of. */
export interface ReferencedRequest {
  readonly memberId: number;
  readonly route: string;
  readonly idempotencyKey: string;
  readonly body: unknown;
}

/**
 * Digest of the body and the 32-byte reference that the request's events carry. The first half finds the request again
 * from the chain alone, the second tells whether its body was the same.
 */
export function requestReference(request: ReferencedRequest): { ref: string; bodyDigest: string } {
  const { memberId, route, idempotencyKey, body } = request;
  const keyDigest = keccak256(toUtf8Bytes(canonicalJson([memberId, route, idempotencyKey])));
  const bodyDigest = keccak256(toUtf8Bytes(canonicalJson(body)));
  return { bodyDigest, ref: concat([dataSlice(keyDigest, 0, 16), dataSlice(bodyDigest, 0, 16)]) };
}
