import type { BesuNode } from "./besuNode.ts";

/** Where other nodes find one, and by which key they know it. */
export function enodeOf({ publicKey, host, p2pPort }: BesuNode): string {
  return `enode://${publicKey}@${host}:${p2pPort}`;
}
