import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { buildEngine, type Engine } from "../engine/buildEngine.ts";
import { networkKeys } from "../keys/networkKeys.ts";
import { type NetworkState, networkState } from "../networkState.ts";
import { endProcess } from "../process/endProcess.ts";
import { deployContracts } from "../services/deployContracts.ts";
import { durablePostgres } from "../services/durablePostgres.ts";
import { startGateway } from "../services/startGateway.ts";
import { awaitValidators } from "../validator/awaitValidators.ts";
import { namespaces } from "../validator/namespaces.ts";
import { startValidator } from "../validator/startValidator.ts";
import { validatorFiles } from "../validator/validatorFiles.ts";
import { makeChain } from "./makeChain.ts";
import type { NetworkOptions } from "./NetworkOptions.ts";
import { type NewNetworkOptions, newNetwork } from "./newNetwork.ts";
import { writeNetworkFiles } from "./writeNetworkFiles.ts";
import { writeValidatorsFile } from "./writeValidatorsFile.ts";

/** How `up` begins a network that isn't there yet. */
export type UpOptions = NetworkOptions & NewNetworkOptions;

/** Seconds from the start of `up`. */
export interface UpTimes {
  /** The engine's programs were there. */
  readonly engine: number;
  /** All validators answered for the ledger's chain. */
  readonly validators: number;
  readonly contracts: number;
  /** Both gateways were ready. */
  readonly gateways: number;
}

/** Five validators; the subnet belongs to three of five members' keys. */
const counts = { validators: 5, members: 5, threshold: 3 } as const;

async function stateOf(options: UpOptions): Promise<NetworkState> {
  const { directory } = options;
  if (networkState.exists(directory)) return networkState.read(directory);
  // Others may pass through, as the database's own user has to; every secret file is closed by itself.
  await mkdir(directory, { recursive: true, mode: 0o711 });
  const keys = await networkKeys(directory, counts);
  const state = await newNetwork(options, keys);
  await writeNetworkFiles(directory, state, keys);
  await networkState.write(directory, state);
  return state;
}

async function startAll(directory: string, state: NetworkState, engine: Engine): Promise<void> {
  for (const { index } of state.validators) await startValidator(directory, state, index, engine);
}

/** The first time: the network without the ledger's chain, the chain, and once more with it. */
async function begin(
  { directory, tell }: UpOptions,
  state: NetworkState,
  engine: Engine,
): Promise<NetworkState> {
  tell("Starting five validators…");
  await startAll(directory, state, engine);
  await awaitValidators(directory, state, "health");
  tell("Making the ledger's chain, which three of five members' keys own…");
  const made = await makeChain(directory, state, await networkKeys(directory, counts));
  await Promise.all(
    made.validators.map(({ index }) => endProcess(validatorFiles(directory, index).pid, "SIGTERM")),
  );
  return made;
}

/** Starts a network, or what of it doesn't run, and returns when all of it answers. */
export async function up(options: UpOptions): Promise<{ state: NetworkState; times: UpTimes }> {
  const { directory, tell } = options;
  const started = performance.now();
  const passed = (): number => Math.round((performance.now() - started) / 100) / 10;
  const engine = await buildEngine(tell);
  const times = { engine: passed() };
  let state = await stateOf(options);
  const indices = state.validators.map(({ index }) => index);
  if (state.isolation === "namespaces") namespaces.create(directory, indices);
  if (state.blockchainId === undefined) state = await begin(options, state, engine);
  tell("Starting the validators of the ledger's chain…");
  await startAll(directory, state, engine);
  await awaitValidators(directory, state, "chain");
  const validators = passed();
  if (!existsSync(join(directory, "validators.json"))) await writeValidatorsFile(directory, state);
  tell("Starting PostgreSQL, contracts and two gateways…");
  if (state.postgres !== undefined) await durablePostgres.start(state.postgres);
  await deployContracts(directory, state.validators[0]?.rpcUrl ?? "");
  const contracts = passed();
  // One after the other: the first one migrates the database.
  for (const index of state.gateways.keys()) await startGateway(directory, state, index + 1);
  return { state, times: { ...times, validators, contracts, gateways: passed() } };
}
