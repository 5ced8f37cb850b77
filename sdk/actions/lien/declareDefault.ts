import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type DeclareDefaultParameters = WriteParameters & {
  /** Id of the lien. */
  readonly lien: bigint;
  /** Digest of the proof, 32 bytes in hex. */
  readonly evidence: string;
};

export type DeclareDefaultReturnType = WriteReturnType & {
  /** Block time in seconds of the default, which an enforcement names. */
  readonly defaultedAt: number;
};

export type DeclareDefaultErrorType = LedgerErrorType;

/**
 * Declares the secured debt in default, by the secured party. Only from then on can the debtor agree to an enforcement: a
 * clause that forfeits the pledge in advance is void (Civil Code art. 428).
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { liens } from "@tallystick/sdk";
 *
 * const { lien } = await scene.lien.active();
 * const evidence = scene.digest("notice of default");
 * const { defaultedAt } = await liens.declareDefault(financier, { lien, evidence });
 * (await liens.get(supplier, { lien })).defaultedAt === defaultedAt // => true
 */
export async function declareDefault(
  ledger: Ledger,
  parameters: DeclareDefaultParameters,
): Promise<DeclareDefaultReturnType> {
  const { lien, evidence } = parameters;
  const { written, eventOf } = await writeContract(
    ledger,
    "liens",
    "declareDefault",
    parameters,
    (contract, ref) => contract.declareDefault.populateTransaction(lien, evidence, ref),
  );
  return { ...written, defaultedAt: Number(eventOf("LienDefaultDeclared").defaultedAt) };
}
