import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NetworkState } from "../../../scripts/network/networkState.ts";
import { endProcess } from "../../../scripts/network/process/endProcess.ts";
import { askValidator } from "../../../scripts/network/validator/askValidator.ts";
import { validatorFiles } from "../../../scripts/network/validator/validatorFiles.ts";
import { down } from "../../../scripts/network/verbs/down.ts";
import { kill } from "../../../scripts/network/verbs/kill.ts";
import { partition } from "../../../scripts/network/verbs/partition.ts";
import { signal } from "../../../scripts/network/verbs/signal.ts";
import { start } from "../../../scripts/network/verbs/start.ts";
import { type NetworkStatus, status } from "../../../scripts/network/verbs/status.ts";
import { up } from "../../../scripts/network/verbs/up.ts";

/** A network of five validators and two gateways that tests may break. */
export interface LiveNetwork {
  readonly directory: string;
  readonly state: NetworkState;
  /** Seconds until its validators answered, and until its gateways were ready. */
  readonly times: { readonly validators: number; readonly gateways: number };
  kill(...validators: number[]): Promise<void>;
  /** Starts validators and waits until they answer; answers after how many seconds. */
  start(...validators: number[]): Promise<number>;
  /** Ends a validator as an operator does (SIGTERM). */
  stop(validator: number): Promise<void>;
  pause(validator: number): void;
  resume(validator: number): void;
  /** Parts validators as `npm run network -- partition` does. */
  partition(groups: string): void;
  heal(): void;
  /** Where a validator keeps its data. */
  folder(validator: number): string;
  killGateways(): Promise<void>;
  startGateways(): Promise<number>;
  status(): Promise<NetworkStatus>;
  /** Asks a validator's chain by JSON-RPC. */
  ask(validator: number, method: string, params?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

const quiet = (): void => undefined;

/** Brings a network up in a folder of its own. */
export async function liveNetwork(): Promise<LiveNetwork> {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-network-"));
  // The database's own user passes through.
  await chmod(directory, 0o711);
  const options = { directory, tell: quiet };
  const { state, times } = await up({ ...options, demo: true });
  const gateways = state.gateways.map((_, index) => index + 1);
  return {
    directory,
    state,
    times,
    async kill(...validators) {
      await kill(options, { validators, gateways: [] });
    },
    start: (...validators) => start(options, { validators, gateways: [] }),
    async stop(validator) {
      await endProcess(validatorFiles(directory, validator).pid, "SIGTERM");
    },
    pause(validator) {
      signal(options, { validators: [validator], gateways: [] }, "SIGSTOP");
    },
    resume(validator) {
      signal(options, { validators: [validator], gateways: [] }, "SIGCONT");
    },
    partition(groups) {
      partition.begin(directory, groups);
    },
    heal() {
      partition.end(directory);
    },
    folder: (validator) => validatorFiles(directory, validator).folder,
    async killGateways() {
      await kill(options, { validators: [], gateways });
    },
    startGateways: () => start(options, { validators: [], gateways }),
    status: () => status(directory),
    ask(validator, method, params = []) {
      const found = state.validators.find(({ index }) => index === validator);
      return askValidator(found?.rpcUrl ?? "", method, params);
    },
    async close() {
      await down({ ...options, erase: true });
      await rm(directory, { recursive: true, force: true });
    },
  };
}
