import { spawnSync } from "node:child_process";

/** `npm run test:one -- FILE...`: the given tests, Mocha or Solidity, with their whole output. */
const args = ["test", "--no-compile", "--network", "default", ...process.argv.slice(2)];
const { status } = spawnSync("hardhat", args, { stdio: "inherit" });
process.exitCode = status ?? 1;
