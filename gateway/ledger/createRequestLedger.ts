import type { Ledger } from "@tallystick/sdk";
import type { Filter, TransactionRequest } from "ethers";
import { nodeAnswer } from "../chain/nodeAnswer.ts";
import type { Rpc } from "../chain/rpc.ts";
import { wireLog } from "../chain/wireLog.ts";
import type { GatewayServices } from "../gatewayServices.ts";
import type { RequestContext } from "../http/requestContext.ts";
import { sdkDeployment } from "./sdkDeployment.ts";

/** What a request may choose. */
export interface RequestLedgerOptions {
  /** Another account of the member than its primary one. */
  readonly account?: string | undefined;
  /** The first write's number within the request, where a request makes several ledgers; 0 by default. */
  readonly firstStep?: number;
  /** In place of the engine's usual one, where a call is over many things. */
  readonly gasLimit?: bigint;
}

function reader(rpc: Rpc) {
  return {
    async call({ to, from, data }: TransactionRequest): Promise<string> {
      return String(await rpc.send("eth_call", [{ to, from, data }, "latest"]));
    },
    async getLogs(filter: Filter) {
      return nodeAnswer("eth_getLogs", wireLog.array(), await rpc.send("eth_getLogs", [filter]));
    },
  };
}

/**
 * The ledger as the SDK's actions take it, for one request: what they write goes through the outbox as the signed-in
 * member, one step after the other in the order of the calls, and can be read when they return. Pass `ref` of
 * `context.write()` to each action.
 */
export function createRequestLedger(
  services: Pick<GatewayServices, "execute" | "ledger" | "rpc">,
  context: RequestContext,
  { account, firstStep, gasLimit }: RequestLedgerOptions = {},
): Ledger {
  const deployment = sdkDeployment(services.ledger);
  const acting = {
    ...(account === undefined ? {} : { account }),
    ...(gasLimit === undefined ? {} : { gasLimit }),
  };
  const isOneOfMany = firstStep !== undefined;
  let step = firstStep ?? 0;
  return {
    chainId: deployment.chainId,
    deployment,
    provider: reader(services.rpc),
    submit: ({ to, data }) =>
      services.execute(context, { to, data, step: step++, isOneOfMany, ...acting }),
  };
}
