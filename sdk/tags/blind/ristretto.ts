import type { CurvePoint, CurvePointCons } from "@noble/curves/abstract/curve.js";
import { ristretto255 } from "@noble/curves/ed25519.js";
import { getBytes, hexlify, isHexString } from "ethers";

/** An element of the prime-order group of RFC 9496. */
export interface GroupElement extends CurvePoint<bigint, GroupElement> {}

// The library's class has no name that declarations could use.
const Point: CurvePointCons<GroupElement> = ristretto255.Point;
const { Fn } = Point;

/** 32 bytes, or more, in hex. */
export type Hex = `0x${string}`;

/** The group that blind tags are computed in, its elements and scalars as hex of 32 bytes. */
export const ristretto = {
  Point,
  Fn,

  /** The element that bytes stand for; undefined for the identity and for any other encoding than the canonical one. */
  element(hex: string): GroupElement | undefined {
    if (!isHexString(hex, 32)) return undefined;
    try {
      const element = Point.fromBytes(getBytes(hex));
      return element.equals(Point.ZERO) ? undefined : element;
    } catch {
      return undefined;
    }
  },

  /** The scalar that bytes stand for; undefined for zero and for numbers from the group's order on. */
  scalar(hex: string): bigint | undefined {
    if (!isHexString(hex, 32)) return undefined;
    try {
      const scalar = Fn.fromBytes(getBytes(hex));
      return scalar === 0n ? undefined : scalar;
    } catch {
      return undefined;
    }
  },

  elementHex(element: GroupElement): Hex {
    return hexlify(element.toBytes()) as Hex;
  },

  scalarHex(scalar: bigint): Hex {
    return hexlify(Fn.toBytes(scalar)) as Hex;
  },
} as const;
