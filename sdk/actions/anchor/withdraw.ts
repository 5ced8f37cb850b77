import { ZeroHash } from "ethers";
import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";

export type WithdrawParameters = WriteParameters & {
  /** The root, 32 bytes in hex. */
  readonly root: string;
  /** Digest of the reason, 32 bytes in hex; zero by default. */
  readonly reasonDigest?: string | undefined;
};

export type WithdrawReturnType = WriteReturnType;

export type WithdrawErrorType = LedgerErrorType;

/**
 * Takes back a root, by the member that anchored it. That it was anchored stays known.
 *
 * @throws LedgerError when the ledger refuses
 *
 * @example
 * import { anchors } from "@tallystick/sdk";
 *
 * const root = scene.digest("report 1");
 * await anchors.anchor(supplier, { root, kind: "inspection-report" });
 * await anchors.withdraw(supplier, { root, reasonDigest: scene.digest("the wrong lot") });
 * (await anchors.get(bank, { root })).state // => "withdrawn"
 */
export async function withdraw(
  ledger: Ledger,
  parameters: WithdrawParameters,
): Promise<WithdrawReturnType> {
  const { root, reasonDigest = ZeroHash } = parameters;
  const { written } = await writeContract(
    ledger,
    "documentAnchors",
    "withdraw",
    parameters,
    (contract, ref) => contract.withdraw.populateTransaction(root, reasonDigest, ref),
  );
  return written;
}
