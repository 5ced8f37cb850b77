/** What OpenZeppelin's `EIP712` adds to a contract. */
export const eip712Abi: readonly string[] = [
  "error InvalidShortString()",
  "error StringTooLong(string str)",
  "event EIP712DomainChanged()",
  "function eip712Domain() view returns (bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)",
];
