import { FetchRequest, JsonRpcProvider } from "ethers";
import type { Rpc } from "./rpc.ts";

/** A connection to a node, with a way to end it. */
export interface RpcConnection extends Rpc {
  destroy(): void;
}

/** Talks to the node at `url`; requests made in the same turn of the event loop travel as one batch. */
export function connectRpc(url: string, chainId: number, timeoutMs = 15_000): RpcConnection {
  const request = new FetchRequest(url);
  request.timeout = timeoutMs;
  return new JsonRpcProvider(request, chainId, {
    staticNetwork: true,
    batchStallTime: 0,
    batchMaxCount: 100,
    cacheTimeout: -1,
  });
}
