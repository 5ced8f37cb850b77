import type { Interface } from "ethers";

function remember(fragment: object, name: string, value: string): void {
  Object.defineProperty(fragment, name, { value });
}

/**
 * Gives each fragment its hash as a value. ethers computes it anew at every look, and looks at every fragment of an
 * ABI until one fits: that was most of the time that reading events took.
 */
export function rememberHashes(abi: Interface): Interface {
  abi.forEachEvent((event) => remember(event, "topicHash", event.topicHash));
  abi.forEachFunction((called) => remember(called, "selector", called.selector));
  abi.forEachError((error) => remember(error, "selector", error.selector));
  return abi;
}
