/** Numbers that `Liens` gives the tokens which every ledger has; a lien's id has the number above 64 bits. */
const tokens: Readonly<Record<string, string>> = {
  1: "creditCertificates",
  2: "warehouseReceipts",
};

/**
 * Name of the contract whose tokens a call is about, so that its refusal can name them. It is the called one, but for
 * liens: they are on certificates and on receipts, and the first argument says which.
 *
 * @param contract name of the called contract
 * @param data ABI-encoded call in hex
 * @param nameOf name of the ledger contract at an address
 *
 * @example
 * import { callSubject, ledgerInterfaces } from "@tallystick/sdk";
 *
 * const lien = (2n << 64n) | 7n;
 * const data = ledgerInterfaces.liens.encodeFunctionData("release", [lien, 100n, `0x${"0".repeat(64)}`]);
 * callSubject("liens", data, () => undefined) // => "warehouseReceipts"
 * callSubject("members", "0x", () => undefined) // => "members"
 */
export function callSubject(
  contract: string,
  data: string,
  nameOf: (address: string) => string | undefined,
): string {
  const first = data.slice(10, 74);
  if (contract !== "liens" || first.length < 64) return contract;
  const index = BigInt(`0x${first}`) >> 64n;
  return tokens[index.toString()] ?? nameOf(`0x${first.slice(24)}`) ?? contract;
}
