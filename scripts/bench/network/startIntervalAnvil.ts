import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { anvilBinary } from "../../ledger/anvilBinary.ts";
import { freePort } from "../../ledger/freePort.ts";
import { callNode } from "../gateway/callNode.ts";

/** A node of the bench's own. */
export interface IntervalAnvil {
  readonly url: string;
  /** Until then each transaction makes a block. */
  makeBlocksEvery(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

const CHAIN_ID = 73_572;
const ATTEMPTS = 200;

/** Starts an anvil with free gas, whose blocks hold `gasLimit`. */
export async function startIntervalAnvil(gasLimit: bigint): Promise<IntervalAnvil> {
  const port = await freePort();
  const free = ["--gas-price", "0", "--block-base-fee-per-gas", "0", "--hardfork", "prague"];
  const size = ["--gas-limit", String(gasLimit), "--chain-id", String(CHAIN_ID)];
  const server = ["--port", String(port), "--silent", "--accounts", "1"];
  const child = spawn(anvilBinary(), [...server, ...free, ...size], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}`;
  const answers = () =>
    callNode(url, "eth_chainId", []).then(
      () => true,
      () => false,
    );
  for (let attempt = 0; !(await answers()); attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error("anvil did not answer within 10 seconds.");
    await pause(50);
  }
  return {
    url,
    async makeBlocksEvery(seconds) {
      await callNode(url, "evm_setIntervalMining", [seconds]);
    },
    async stop() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
