import { Agent } from "node:http";
import { keepAlivePost } from "./keepAlivePost.ts";

/** How the node is loaded. */
export interface NodeLoad {
  readonly url: string;
  readonly raws: readonly string[];
  readonly callers: number;
}

/** What came of it. */
export interface NodeLoaded {
  readonly acknowledged: number;
  readonly seconds: number;
}

/** Each caller posts one signed transaction and waits for its answer, which the launcher gives once it is mined. */
export async function loadNode({ url, raws, callers }: NodeLoad): Promise<NodeLoaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  let [next, acknowledged] = [0, 0];
  const began = performance.now();
  const call = async (): Promise<void> => {
    for (let raw = raws[next++]; raw !== undefined; raw = raws[next++]) {
      const asked = { jsonrpc: "2.0", id: 1, method: "eth_sendRawTransaction", params: [raw] };
      const { text } = await keepAlivePost(url, agent, JSON.stringify(asked));
      if (text.includes('"result"')) acknowledged += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  agent.destroy();
  return { acknowledged, seconds: (performance.now() - began) / 1000 };
}
