import { Interface } from "ethers";

/** What both lists answer and tell: subnet-evm's `IAllowList`. */
export const allowListInterface = new Interface([
  "event RoleSet(uint256 indexed role, address indexed account, address indexed sender, uint256 oldRole)",
  "function readAllowList(address addr) view returns (uint256 role)",
  "function setAdmin(address addr)",
  "function setEnabled(address addr)",
  "function setManager(address addr)",
  "function setNone(address addr)",
]);
