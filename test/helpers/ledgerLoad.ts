import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { getCreateAddress, Interface, toBeHex, Wallet } from "ethers";

/** About 75,000 gas a call: a fresh word, two counts and three events, like a split. */
const source = `
pragma solidity ^0.8.30;
contract Load {
  mapping(uint256 => uint256) public words;
  mapping(address => uint256) public counts;
  uint256 public total;
  event Noted(address indexed from, uint256 indexed id, bytes32 indexed ref);
  function note(uint256 id, bytes32 ref) external {
    words[id] = uint256(uint160(msg.sender));
    counts[msg.sender] += 1;
    total += 1;
    emit Noted(msg.sender, id, ref);
    emit Noted(address(this), id, ref);
    emit Noted(address(0), id, ref);
  }
  function time() external view returns (uint256) { return block.timestamp; }
}`;

type Compiled = { abi: string[]; evm: { bytecode: { object: string } } };

function compile(): Compiled {
  const require = createRequire(import.meta.url);
  const solc: { compile(input: string): string } = require("solc");
  const output = JSON.parse(
    solc.compile(
      JSON.stringify({
        language: "Solidity",
        sources: { "Load.sol": { content: source } },
        settings: {
          evmVersion: "cancun",
          optimizer: { enabled: true },
          outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } },
        },
      }),
    ),
  );
  return output.contracts["Load.sol"].Load;
}

const compiled = compile();
const face = new Interface(compiled.abi);
const deployer = walletOf(0);
const target = getCreateAddress({ from: deployer.address, nonce: 0 });

function walletOf(index: number): Wallet {
  return new Wallet(toBeHex(index + 1, 32));
}

/** Signed transactions for a ledger under test, and what to ask it about them. */
export const ledgerLoad = {
  walletOf,
  target,
  /** Must be the deployer's (wallet 0's) first transaction. */
  deployment: (chainId = 31337): Promise<string> =>
    deployer.signTransaction({
      nonce: 0,
      gasLimit: 3_000_000,
      gasPrice: 0,
      chainId,
      data: `0x${compiled.evm.bytecode.object}`,
    }),
  /** One call of `note` by that wallet; the id is unique to wallet and nonce. */
  note: (
    wallet: number,
    nonce: number,
    options: { chainId?: number; gasLimit?: number } = {},
  ): Promise<string> =>
    walletOf(wallet).signTransaction({
      to: target,
      nonce,
      gasLimit: options.gasLimit ?? 200_000,
      gasPrice: 0,
      chainId: options.chainId ?? 31337,
      data: face.encodeFunctionData("note", [wallet * 1_000_000 + nonce + 1, toBeHex(nonce, 32)]),
    }),
  call: (name: "time" | "total"): { to: string; data: string } => ({
    to: target,
    data: face.encodeFunctionData(name),
  }),
  /** The journal of a ledger's directory, as bytes. */
  journalOf: (directory: string): Buffer => readFileSync(`${directory}/journal`),
};
