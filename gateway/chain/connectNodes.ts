import type { EngineProfile } from "@tallystick/sdk";
import type { Logger } from "pino";
import { connectRpc } from "./connectRpc.ts";
import { createEndpointRpc } from "./endpoints/createEndpointRpc.ts";
import type { EndpointStatus } from "./endpoints/endpointStatus.ts";
import type { Rpc } from "./rpc.ts";
import { verifyHeaders } from "./verifyHeaders.ts";

/** The chain, behind one node or several. */
export interface NodeConnections extends Rpc {
  /** How each of several does; nothing where there is one. */
  endpoints(): readonly EndpointStatus[];
  /** Rejects what is under way and everything after. */
  destroy(): void;
}

/** What nodes are connected by. */
export interface ConnectOptions {
  readonly urls: readonly string[];
  readonly chainId: number;
  readonly profile: Pick<EngineProfile, "finality" | "headerCodec">;
  readonly logger: Pick<Logger, "info" | "warn" | "error">;
}

/** Who answers at a URL; its path and credentials are nobody's business. */
function nameOf(url: string, urls: readonly string[]): string {
  const { host } = new URL(url);
  const isShared = urls.filter((other) => new URL(other).host === host).length > 1;
  return isShared ? `${host}#${urls.indexOf(url) + 1}` : host;
}

/** Connects to a node, or to several of one chain; with several it looks at each before it resolves. */
export async function connectNodes(options: ConnectOptions): Promise<NodeConnections> {
  const { urls, chainId, profile, logger } = options;
  const connections = urls.map((url) => ({ name: nameOf(url, urls), rpc: connectRpc(url) }));
  const [only, ...others] = connections;
  if (only !== undefined && others.length === 0) return { ...only.rpc, endpoints: () => [] };
  const nodes = connections.map(({ name, rpc }) => ({ name, rpc: verifyHeaders(rpc, profile) }));
  const { finality } = profile;
  const many = createEndpointRpc({ nodes, chainId, finality, logger });
  await many.start();
  return {
    send: (method, parameters) => many.send(method, parameters),
    endpoints: () => many.endpoints(),
    destroy() {
      void many.stop();
      for (const { rpc } of connections) rpc.destroy();
    },
  };
}
