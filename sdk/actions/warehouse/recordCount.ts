import type { Ledger } from "../../ledger/ledger.ts";
import type { LedgerErrorType } from "../../ledger/ledgerErrorType.ts";
import { type WriteReturnType, writeContract } from "../../ledger/writeContract.ts";
import type { WriteParameters } from "../../ledger/writeParameters.ts";
import type { Count } from "../../signing/count.ts";
import type { PartySignature } from "../../signing/partySignature.ts";
import { countMethods } from "../../vocabulary/countMethods.ts";
import { numberOf } from "../../vocabulary/numberOf.ts";

export type RecordCountParameters = WriteParameters & {
  /** What was stated. */
  readonly count: Count;
  /** Signature of the member that states it, of a `countTypedData`. */
  readonly counter: PartySignature;
};

export type RecordCountReturnType = WriteReturnType & {
  /** What the lot is taken to hold from now on. */
  readonly measured: bigint;
  /** Whether custodian and counter disagree by more than natural loss. */
  readonly contradicted: boolean;
};

export type RecordCountErrorType = LedgerErrorType;

/**
 * Records a signed count, by anyone who has it. A count that breaks an invariant is a fact: it is recorded, and
 * the lot or its location is marked.
 *
 * @throws LedgerError when the ledger refuses; VocabularyError for a method that there is not
 *
 * @example
 * import { countTypedData, signTypedMessage, warehouses } from "@tallystick/sdk";
 *
 * const { lot } = await scene.warehouse.lot();
 * const count = await scene.warehouse.count({ lot, quantity: 10_000n });
 * const deadline = (await scene.now()) + 3_600;
 * const typedData = countTypedData(deployment, { count, deadline, epoch: 1 });
 * const counter = await signTypedMessage(signers.custodian, typedData);
 * const { measured, contradicted } = await warehouses.recordCount(anyone, { count, counter });
 * measured // => 10_000n
 * contradicted // => false
 */
export async function recordCount(
  ledger: Ledger,
  parameters: RecordCountParameters,
): Promise<RecordCountReturnType> {
  const { count, counter } = parameters;
  const { account, signature, deadline, epoch } = counter;
  const { written, eventOf } = await writeContract(
    ledger,
    "warehouses",
    "recordCount",
    parameters,
    async (contract, ref) => {
      const method = numberOf(countMethods, count.method);
      const stated = { ...count, method, deadline, epoch };
      return contract.recordCount.populateTransaction(stated, account, signature, ref);
    },
  );
  const { measured, contradicted } = eventOf("Counted");
  return { ...written, measured, contradicted };
}
