import { isDeepStrictEqual } from "node:util";
import { ledgerContracts } from "../../../scripts/deploy/ledgerContracts.ts";
import { caller } from "./callers.ts";
import { parties } from "./parties.ts";
import { type ContractName, type Outcome, probe } from "./probe.ts";
import type { Scene } from "./scene.ts";
import { type AuthorityEntry, authorityTable } from "./table.ts";
import { values } from "./values.ts";

/** One call that must not go through as it would for the right caller. */
export type Check = {
  readonly contract: ContractName;
  readonly fn: string;
  readonly caller: string;
  readonly expected: string;
};

/** Every refused caller of every function in the table, and the stranger where anyone may call. */
export function authorityChecks(): Check[] {
  const entries = Object.entries(authorityTable).flatMap(([contract, functions]) =>
    Object.entries(functions).map(([fn, entry]) => ({ contract, fn, entry })),
  );
  return entries.flatMap(({ contract, fn, entry }) =>
    callersOf(entry).map(([who, expected]) => ({
      contract: contractName(contract),
      fn,
      caller: who,
      expected,
    })),
  );
}

function callersOf({ refused, open }: AuthorityEntry): [string, string][] {
  return [
    ...Object.entries(refused),
    ...(open === undefined ? [] : ([["anyone", open]] as [string, string][])),
  ];
}

function contractName(name: string): ContractName {
  if (!(name in ledgerContracts))
    throw new Error(`contracts/authority.json names ${name}, which is no contract`);
  return name as ContractName;
}

/**
 * Makes one call as its caller would.
 *
 * @returns what is wrong with what came of it, or undefined when it is as the table says
 */
export async function checkAuthority(scene: Scene, check: Check): Promise<string | undefined> {
  const { contract, fn, caller: who, expected } = check;
  const usual = values[contract]?.[fn];
  if (usual === undefined) return "no arguments are known for it";
  if (who === "anyone") {
    const met = await probe(scene, contract, fn, scene.stranger.address, await usual(scene));
    return met.error === expected ? undefined : said(met);
  }
  const party = parties[`${contract}.${fn}`]?.[who];
  const refused = (await party?.(scene)) ?? caller(scene, contract, fn, who, expected);
  if (refused === undefined) return "nobody plays this caller";
  const its = refused.values ?? (await usual(scene));
  const met = await probe(scene, contract, fn, refused.from, its);
  const right = met.error === expected && isDeepStrictEqual(met.args, refused.args);
  return right
    ? undefined
    : `${said(met)} instead of ${said({ error: expected, args: refused.args })}`;
}

function said({ error, args }: Outcome): string {
  return `${error}(${args.map(String).join(", ")})`;
}
