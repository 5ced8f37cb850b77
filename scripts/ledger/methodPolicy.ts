/** Namespaces that only read, apart from the methods below. */
const READABLE = /^(eth|net|web3|debug|trace|txpool|ots|erigon)_/;
/** Of those namespaces, what would sign or write past the journal. */
const WRITING = new Set([
  "debug_setHead",
  "eth_sendTransaction",
  "eth_sendTransactionSync",
  "eth_sendUnsignedTransaction",
  "eth_sign",
  "eth_signTransaction",
  "eth_signTypedData",
  "eth_signTypedData_v3",
  "eth_signTypedData_v4",
  "eth_submitHashrate",
  "eth_submitWork",
]);

/**
 * Whether a method may go to the node as it came. A development method (anvil_, evm_, hardhat_...)
 * may only with `allowDevMethods`: its effects are in no journal, and a chain that they changed
 * does not open again.
 */
export function methodPolicy(method: string, allowDevMethods: boolean): "forward" | "refuse" {
  if (WRITING.has(method)) return "refuse";
  return READABLE.test(method) || allowDevMethods ? "forward" : "refuse";
}
