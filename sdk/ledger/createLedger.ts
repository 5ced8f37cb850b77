import {
  isError,
  type Provider,
  type Signer,
  type TransactionReceipt,
  type TransactionRequest,
  type TransactionResponse,
} from "ethers";
import type { LedgerErrorContext } from "../errors/errorContext.ts";
import { LedgerCallError } from "../errors/LedgerCallError.ts";
import { callSubject } from "./callSubject.ts";
import { chainCurrencyOf } from "./chainCurrencyOf.ts";
import type { CallReceipt, Ledger, LedgerCall, LedgerDeployment, LedgerReader } from "./ledger.ts";
import { toLedgerError } from "./toLedgerError.ts";

export type CreateLedgerParameters = {
  readonly deployment: LedgerDeployment;
  /** Node to read from; any ethers provider. */
  readonly provider: LedgerReader & Pick<Provider, "getNetwork">;
  /** Who writes, connected to a node; without one the ledger can only be read. */
  readonly signer?: Signer | undefined;
  /** Wei; 0 by default, as on the engines that take it. */
  readonly gasPrice?: bigint | undefined;
  /** Names of members, so that errors say them. Currencies are read from the ledger. */
  readonly memberName?: LedgerErrorContext["memberName"];
};

/** A receipt tells that a call reverted and not why; asking again tells. */
async function whyReverted(
  provider: LedgerReader,
  request: TransactionRequest,
  receipt: TransactionReceipt | null,
): Promise<never> {
  const blockTag = receipt?.blockNumber ?? "latest";
  await provider.call({ ...request, blockTag });
  throw new LedgerCallError("ledger-reverted", "The call was included and reverted.", {
    details: { transactionHash: receipt?.hash ?? "" },
  });
}

/** Waiting throws when the call reverted, and says nothing of the reason. */
async function includedReceipt(response: TransactionResponse): Promise<TransactionReceipt | null> {
  try {
    return await response.wait();
  } catch (thrown) {
    if (isError(thrown, "CALL_EXCEPTION") && thrown.receipt) return thrown.receipt;
    throw thrown;
  }
}

async function sendThrough(
  signer: Signer,
  provider: LedgerReader,
  request: TransactionRequest,
): Promise<CallReceipt> {
  const response = await signer.sendTransaction(request);
  const receipt = await includedReceipt(response);
  if (receipt?.status !== 1) {
    return whyReverted(provider, { ...request, from: response.from }, receipt);
  }
  return { transactionHash: receipt.hash, blockNumber: receipt.blockNumber, logs: receipt.logs };
}

function submitter(parameters: CreateLedgerParameters, context: LedgerErrorContext) {
  const { signer, provider, gasPrice = 0n, deployment } = parameters;
  const names = new Map(
    Object.entries(deployment.addresses).map(([name, address]) => [address.toLowerCase(), name]),
  );
  return async ({ to, data, contract, verb }: LedgerCall): Promise<CallReceipt> => {
    const call = `${contract}.${verb}`;
    if (signer === undefined) {
      const sentence = `Without a signer the ledger can only be read, so ${call} can't be called.`;
      throw new LedgerCallError("ledger-signer-missing", sentence);
    }
    try {
      return await sendThrough(signer, provider, { to, data, gasPrice, type: 0 });
    } catch (thrown) {
      const subject = callSubject(contract, data, (address) => names.get(address));
      const split = subject === "warehouseReceipts" ? "receipt" : "certificate";
      throw await toLedgerError(thrown, call, { ...context, split });
    }
  };
}

/**
 * A ledger that an ethers signer writes to: each write waits until a block includes it.
 *
 * @throws LedgerCallError `ledger-other-chain` when the node serves another chain than the deployment's
 *
 * @example
 * import { createLedger, members } from "@tallystick/sdk";
 *
 * const ledger = await createLedger({ provider, deployment, signer: signers.operator });
 * (await members.get(ledger, { member: 1 })).roles // => ["operator"]
 */
export async function createLedger(parameters: CreateLedgerParameters): Promise<Ledger> {
  const { deployment, provider, memberName } = parameters;
  const { chainId } = await provider.getNetwork();
  if (Number(chainId) !== deployment.chainId) {
    throw new LedgerCallError(
      "ledger-other-chain",
      `The ledger is on chain ${deployment.chainId} and the node serves chain ${chainId}.`,
    );
  }
  const errorContext = { memberName, currencyOf: chainCurrencyOf({ deployment, provider }) };
  return {
    chainId: deployment.chainId,
    deployment,
    provider,
    errorContext,
    submit: submitter(parameters, errorContext),
  };
}
