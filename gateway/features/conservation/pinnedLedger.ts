import type { Ledger } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { sdkDeployment } from "../../ledger/sdkDeployment.ts";

/** The ledger as it stood after one block, to read from: answers of several calls fit together. */
export function pinnedLedger(
  { ledger, rpc }: Pick<GatewayServices, "ledger" | "rpc">,
  block: number,
): Ledger {
  const deployment = sdkDeployment(ledger);
  const tag = `0x${block.toString(16)}`;
  return {
    chainId: deployment.chainId,
    deployment,
    provider: {
      call: async ({ to, data }) => String(await rpc.send("eth_call", [{ to, data }, tag])),
      getLogs: () => Promise.reject(new Error("a pinned ledger is asked for views alone")),
    },
    submit: () => Promise.reject(new Error("a pinned ledger is for reading")),
  };
}
