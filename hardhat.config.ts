import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import hardhatEthers from "@nomicfoundation/hardhat-ethers";
import hardhatChaiMatchers from "@nomicfoundation/hardhat-ethers-chai-matchers";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatTypechain from "@nomicfoundation/hardhat-typechain";
import { defineConfig } from "hardhat/config";
import { warningsFail } from "./scripts/solc/warningsFail.ts";

/** A count from the environment, so that `npm run test:deep` runs the same tests for longer. */
function count(name: string, normal: number): number {
  const given = Number(process.env[name] ?? normal);
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`${name} is not a count above 0`);
  return given;
}

/** Instrumented code is larger than a chain allows; scripts/test/coverage.ts makes it in a copy of the repository. */
const coverage = process.argv.includes("--coverage");
if (coverage && process.env["TALLYSTICK_WORKSHOP"] === undefined) {
  throw new Error("npm run coverage: instrumented contracts must never be taken for the real ones");
}
/** A folder for a build that must not mix with the usual one. */
const apart = process.env["TALLYSTICK_BUILD"];

export default defineConfig({
  plugins: [
    hardhatEthers,
    hardhatChaiMatchers,
    hardhatMocha,
    hardhatNetworkHelpers,
    hardhatTypechain,
    warningsFail,
  ],
  solidity: {
    version: "0.8.37",
    // The compiler list can't be downloaded everywhere; the npm package is the same compiler.
    path: createRequire(import.meta.url).resolve("solc/soljson.js"),
    settings: {
      evmVersion: "cancun",
      optimizer: { enabled: true, runs: 1_000 },
      viaIR: false,
      // Without a hash of the comments, editing a comment leaves the bytecode (and people's ledgers) alone.
      metadata: { bytecodeHash: "none" },
      outputSelection: { "*": { "*": ["storageLayout"] } },
    },
  },
  paths: {
    sources: "contracts",
    tests: { mocha: "test", solidity: "test/contracts" },
    ...(apart === undefined ? {} : { artifacts: `${apart}/artifacts`, cache: apart }),
  },
  typechain: { outDir: "sdk/generated" },
  networks: {
    // Like the ledgers that we run on: gas is free and a block is as large as Besu's in production.
    default: {
      type: "edr-simulated",
      chainType: "l1",
      chainId: 73_571,
      hardfork: "prague",
      initialBaseFeePerGas: 0,
      gasPrice: 0,
      accounts: { count: 24 },
      blockGasLimit: 700_000_000,
      allowUnlimitedContractSize: coverage,
    },
  },
  test: {
    mocha: {
      timeout: 60_000,
      slow: 5_000,
      forbidOnly: true,
      reporter: fileURLToPath(new URL("scripts/test/countingReporter.mjs", import.meta.url)),
    },
    solidity: {
      fuzz: {
        runs: count("TALLYSTICK_FUZZ_RUNS", 1_024),
        seed: process.env["TALLYSTICK_SEED"] ?? "0x7a115",
      },
      invariant: {
        runs: count("TALLYSTICK_INVARIANT_RUNS", 256),
        depth: count("TALLYSTICK_INVARIANT_DEPTH", 100),
        failOnRevert: true,
      },
    },
  },
});
