import { NetworkError } from "../NetworkError.ts";
import type { NetworkState } from "../networkState.ts";
import { runningProcess } from "../process/runningProcess.ts";
import { waitUntil } from "../waitUntil.ts";
import { askValidator } from "./askValidator.ts";
import { validatorFiles } from "./validatorFiles.ts";

type Validator = NetworkState["validators"][number];

async function isHealthy({ host, httpPort }: Validator): Promise<boolean> {
  const url = `http://${host}:${httpPort}/ext/health`;
  const answer = await askValidator(url, "health.health", {});
  return typeof answer === "object" && answer !== null && "healthy" in answer
    ? answer.healthy === true
    : false;
}

async function answersForChain({ rpcUrl }: Validator, chainId: number): Promise<boolean> {
  if (rpcUrl === undefined) return false;
  return BigInt(String(await askValidator(rpcUrl, "eth_chainId"))) === BigInt(chainId);
}

/**
 * Waits until validators are healthy or, for `chain`, answer for the ledger's chain.
 *
 * @throws {NetworkError} VALIDATOR_ENDED when one's process ended, TOO_SLOW
 */
export async function awaitValidators(
  directory: string,
  state: NetworkState,
  what: "health" | "chain",
  indices: readonly number[] = state.validators.map(({ index }) => index),
): Promise<void> {
  const wait = async (validator: Validator): Promise<void> => {
    const { index } = validator;
    const { pid, log } = validatorFiles(directory, index);
    let ended = false;
    await waitUntil(`That validator ${index} answers`, async () => {
      ended = runningProcess(pid) === undefined;
      if (ended) return true;
      return what === "health" ? isHealthy(validator) : answersForChain(validator, state.chainId);
    });
    if (!ended) return;
    throw new NetworkError("VALIDATOR_ENDED", `Validator ${index} ended; ${log} says why.`);
  };
  // A retired one follows the ledger's chain no more.
  const waitedFor = state.validators.filter(
    ({ index, retired }) => indices.includes(index) && (what === "health" || retired !== true),
  );
  await Promise.all(waitedFor.map(wait));
}
