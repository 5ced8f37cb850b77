import type { TypedDataDomain, TypedDataField } from "ethers";

/** What a member signs: EIP-712 data that wallets show and contracts check. */
export type TypedData = {
  readonly domain: TypedDataDomain;
  readonly types: Readonly<Record<string, readonly TypedDataField[]>>;
  readonly value: {
    /** Block time in seconds after which the signature no longer holds. */
    readonly deadline: number;
    /** Epoch of the signing member. */
    readonly epoch: number;
    readonly [field: string]: unknown;
  };
};

/** The part of a message that every one of them ends with. */
export type SignedUntil = {
  /** Block time in seconds after which the signature no longer holds. */
  readonly deadline: number;
  /** Epoch of the signing member, from `members.get`. */
  readonly epoch: number;
};
