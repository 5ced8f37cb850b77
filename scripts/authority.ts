import { parseArgs } from "node:util";
import { authorityChecks, checkAuthority } from "../test/helpers/authority/checkAuthority.ts";
import { authorityScene } from "../test/helpers/authority/scene.ts";
import { stateChangingFunctions } from "../test/helpers/authority/stateChangingFunctions.ts";
import { authorityTable } from "../test/helpers/authority/table.ts";

/*
 * `npm run -s check:authority [-- --json]`: every function that changes state, with who may call it, and those whose
 * refused callers aren't all tried. It tries them here and now, on the contracts as they are compiled.
 */

const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false } } });

type Listed = {
  readonly contract: string;
  readonly function: string;
  readonly who: string;
  readonly refused: readonly string[];
};

/** Everything that the compiler knows, with what the table says about it. */
function listFunctions(): Listed[] {
  return Object.entries(stateChangingFunctions()).flatMap(([contract, functions]) =>
    functions.map((fn) => {
      const entry = authorityTable[contract]?.[fn];
      const refused = Object.keys(entry?.refused ?? {});
      return { contract, function: fn, who: entry?.who ?? "", refused };
    }),
  );
}

/** What keeps the table from being the truth: functions it lacks or invents, and callers that aren't refused so. */
async function findUntested(functions: readonly Listed[]): Promise<string[]> {
  const compiled = new Set(functions.map((one) => `${one.contract}.${one.function}`));
  const unstated = functions
    .filter(({ who }) => who === "")
    .map((one) => `${one.contract}.${one.function}`);
  const stale = Object.entries(authorityTable)
    .flatMap(([contract, entries]) => Object.keys(entries).map((fn) => `${contract}.${fn}`))
    .filter((name) => !compiled.has(name));
  const untested = [
    ...unstated.map((name) => `${name}: nobody says who may call it`),
    ...stale.map((name) => `${name}: there is no such function`),
  ];
  const scene = await authorityScene();
  for (const check of authorityChecks()) {
    const name = `${check.contract}.${check.fn}`;
    if (!compiled.has(name)) continue;
    const problem = await checkAuthority(scene, check);
    if (problem !== undefined) untested.push(`${name}, called by ${check.caller}: ${problem}`);
  }
  return untested;
}

const functions = listFunctions();
const untested = await findUntested(functions);
if (options.json) {
  console.log(JSON.stringify({ functions, untested }));
} else {
  for (const one of functions) console.log(`${one.contract}.${one.function}: ${one.who}`);
  console.log(`${functions.length} functions, ${untested.length} untested`);
  for (const problem of untested) console.error(problem);
}
process.exitCode = untested.length === 0 ? 0 : 1;
