import { setTimeout as rest } from "node:timers/promises";
import {
  Context,
  pvm,
  secp256k1,
  TransferOutput,
  type UnsignedTx,
  utils,
} from "@avalabs/avalanchejs";
import { NetworkError } from "../NetworkError.ts";
import { platformAddress } from "./platformAddress.ts";

type Utxos = Awaited<ReturnType<pvm.PVMApi["getUTXOs"]>>["utxos"];
type FeeState = Awaited<ReturnType<pvm.PVMApi["getFeeState"]>>;

/** What every transaction is built from beside its own words. */
export interface TransactionParts {
  readonly feeState: FeeState;
  readonly fromAddressesBytes: readonly Uint8Array[];
  readonly utxos: Utxos;
}

/** Builds one transaction, for instance `(parts, context) => pvm.newCreateSubnetTx({ ...parts, subnetOwners }, context)`. */
export type BuildTransaction = (parts: TransactionParts, context: Context.Context) => UnsignedTx;

const COMMITTED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 50;
/** The client's own check sees no capacity until the P-chain's clock moves; the node checks the real one. */
const CAPACITY = 1_000_000n;

function amountOf({ output }: Utxos[number]): bigint {
  return output instanceof TransferOutput ? output.amount() : 0n;
}

/** The P-chain, which keeps validators, subnets and chains, reached through one validator. */
export class PlatformClient {
  readonly #url: string;
  readonly #api: pvm.PVMApi;
  readonly #fundingSecret: string;
  /** Coins of transactions under way: two of them never spend the same one. */
  readonly #taken = new Set<string>();

  /** `url`: of a validator, without a path. `fundingSecret` pays the fees. */
  constructor(url: string, fundingSecret: string) {
    this.#url = url;
    this.#api = new pvm.PVMApi(url);
    this.#fundingSecret = fundingSecret;
  }

  /** For reads: current validators, subnets, heights. */
  get api(): pvm.PVMApi {
    return this.#api;
  }

  /**
   * Builds, signs and sends a transaction and waits until it is committed. `ownerSecrets` sign the last credential,
   * that of a subnet's owners, in their order.
   *
   * @returns the transaction's id, CB58
   * @throws {NetworkError} PLATFORM_REFUSED
   */
  async issue(build: BuildTransaction, ownerSecrets: readonly string[] = []): Promise<string> {
    const context = await Context.getContextFromURI(this.#url);
    const payer = platformAddress(this.#fundingSecret);
    const addresses = [utils.format("P", context.hrp, payer)];
    const { utxos: coins } = await this.#api.getUTXOs({ addresses });
    const utxos = this.#take(coins);
    const feeState = { ...(await this.#api.getFeeState()), capacity: CAPACITY };
    const transaction = build({ feeState, fromAddressesBytes: [payer], utxos }, context);
    await this.#sign(transaction, ownerSecrets);
    const { txID } = await this.#api.issueSignedTx(transaction.getSignedTx());
    await this.#committed(txID);
    return txID;
  }

  #take(coins: Utxos): Utxos {
    // The largest one: change that a stake left over is too little for the next.
    const [free] = coins
      .filter(({ utxoId }) => !this.#taken.has(utxoId.ID()))
      .toSorted((one, other) => Number(amountOf(other) - amountOf(one)));
    if (free === undefined) {
      throw new NetworkError("PLATFORM_COINS_SPENT", "The funding key has no free coin left.");
    }
    this.#taken.add(free.utxoId.ID());
    return [free];
  }

  /** Every credential by hand: the library leaves that of the owners empty. */
  async #sign(transaction: UnsignedTx, ownerSecrets: readonly string[]): Promise<void> {
    const bytes = transaction.toBytes();
    const sign = (secret: string) => secp256k1.sign(bytes, Buffer.from(secret, "hex"));
    const credentials = transaction.getCredentials();
    const spending = credentials.length - (ownerSecrets.length > 0 ? 1 : 0);
    const payment = await sign(this.#fundingSecret);
    for (let index = 0; index < spending; index++) transaction.addSignatureAt(payment, index, 0);
    for (const [position, secret] of ownerSecrets.entries()) {
      transaction.addSignatureAt(await sign(secret), spending, position);
    }
  }

  async #committed(txID: string): Promise<void> {
    const until = performance.now() + COMMITTED_WITHIN_MS;
    for (;;) {
      const { status, reason } = await this.#api.getTxStatus({ txID });
      if (status === "Committed") return;
      if (status === "Dropped" || performance.now() > until) {
        const why = reason ?? `it is ${status} after ${COMMITTED_WITHIN_MS / 1000} s`;
        throw new NetworkError("PLATFORM_REFUSED", `The P-chain did not take ${txID}: ${why}.`);
      }
      await rest(LOOK_EVERY_MS);
    }
  }
}
