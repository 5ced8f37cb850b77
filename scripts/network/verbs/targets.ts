import { NetworkError } from "../NetworkError.ts";
import type { NetworkState } from "../networkState.ts";

/** Validators and gateways by number, from 1. */
export interface Targets {
  readonly validators: readonly number[];
  readonly gateways: readonly number[];
}

/**
 * Reads what a verb is about: `3` is validator 3, `gateway-1` the first gateway.
 *
 * @throws {NetworkError} TARGET_UNKNOWN
 */
export function targets(names: readonly string[], state: NetworkState): Targets {
  const validators = new Set<number>();
  const gateways = new Set<number>();
  for (const name of names.flatMap((text) => text.split(","))) {
    const [, gateway, number] = /^(gateway-)?(\d{1,2})$/.exec(name.trim()) ?? [];
    const index = Number(number);
    const [known, named] =
      gateway === undefined ? [state.validators, validators] : [state.gateways, gateways];
    if (number === undefined || index < 1 || index > known.length) {
      const sentence = `There is no "${name}": validators are 1 to ${state.validators.length}, gateways gateway-1 to gateway-${state.gateways.length}.`;
      throw new NetworkError("TARGET_UNKNOWN", sentence, 3);
    }
    named.add(index);
  }
  return { validators: [...validators], gateways: [...gateways] };
}
