import type { LedgerSigner } from "./signerSource.ts";

/** Something outside this process that holds keys and signs with them: a Web3Signer, a token with PKCS#11. */
export interface KeyHolder {
  /** As SIGNERS_FILE calls it. */
  readonly name: string;
  /** Which accounts the file gives to which member. */
  readonly members: ReadonlyMap<number, readonly string[]>;
  /** Whether new members' keys are made here. */
  readonly makesKeys: boolean;
  /** Accounts (checksummed) whose keys it holds now. */
  accounts(): Promise<readonly string[]>;
  /** Signs for one of them. What fails does so at the signing, as problem `signer-unreachable` or `signer-failed`. */
  signer(account: string): LedgerSigner;
  /** Makes a key that never leaves it; answers its account. */
  make(): Promise<string>;
  /** Destroys a key that it made. */
  destroy(account: string): Promise<void>;
  close(): Promise<void>;
}
