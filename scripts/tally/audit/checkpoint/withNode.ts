import { CheckpointNode } from "./CheckpointNode.ts";

/** Connects to a node for as long as some work takes. */
export async function withNode<Result>(
  rpc: string,
  work: (node: CheckpointNode) => Promise<Result>,
): Promise<Result> {
  const node = await CheckpointNode.connect(rpc);
  try {
    return await work(node);
  } finally {
    node.close();
  }
}
