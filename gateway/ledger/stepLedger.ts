import type { Ledger } from "@tallystick/sdk";
import type { GatewayServices } from "../gatewayServices.ts";
import type { RequestContext } from "../http/requestContext.ts";
import { createRequestLedger } from "./createRequestLedger.ts";

/**
 * The ledger for one call of a request that makes several side by side: `step` is its number, the same at every attempt,
 * so that a repetition finds each transaction again whichever of them went first.
 */
export function stepLedger(
  services: Pick<GatewayServices, "execute" | "ledger" | "rpc">,
  context: RequestContext,
  step: number,
): Ledger {
  const execute: GatewayServices["execute"] = (asked, call) =>
    services.execute(asked, { ...call, step });
  return createRequestLedger({ ...services, execute }, context);
}
