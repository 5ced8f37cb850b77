import type { TransactionRequest, TypedDataDomain, TypedDataField } from "ethers";

/** Signs for one account. ethers' wallets satisfy it; so can remote signers, which is why everything is a promise. */
export interface LedgerSigner {
  readonly address: string;
  /** Signing may take long or fail, since the key is elsewhere: nothing may be locked meanwhile. */
  readonly isRemote?: boolean;
  /** The raw signed transaction, 0x-hex. */
  signTransaction(transaction: TransactionRequest): Promise<string>;
  /** An EIP-712 signature of 65 bytes, 0x-hex. */
  signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string>;
}

/** Where members' keys are used; they never leave it. */
export interface SignerSource {
  /**
   * The signer of a member's account, by default of its oldest one. Rejects with problem `signer-missing` when no key
   * is held for this member and account.
   */
  signerFor(memberId: number, account?: string): Promise<LedgerSigner>;
  /** Whether the account's key is held here, for whichever member. */
  holds(account: string): Promise<boolean>;
}
