import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Interface } from "ethers";
import { z } from "zod";

const output = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  contracts: z.object({
    "Notebook.sol": z.object({
      Notebook: z.object({
        abi: z.array(z.looseObject({ type: z.string() })),
        evm: z.object({ bytecode: z.object({ object: z.string() }) }),
      }),
    }),
  }),
});

/** ABI and creation code of the test's contract. */
export interface CompiledNotebook {
  readonly abi: Interface;
  readonly bytecode: string;
}

let compiled: CompiledNotebook | undefined;

/** Loading the compiler takes longer than starting a gateway, so its answer is kept for other processes. */
function compile(input: string): unknown {
  const digest = createHash("sha256").update(input).digest("hex");
  const kept = join(tmpdir(), `tallystick-notebook-${digest.slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const solc = createRequire(import.meta.url)("solc") as { compile(input: string): string };
  const answer = solc.compile(input);
  writeFileSync(`${kept}.${process.pid}`, answer);
  renameSync(`${kept}.${process.pid}`, kept);
  return JSON.parse(answer);
}

/** Compiles the test's contract with the npm compiler, once per process. */
export function compileNotebook(): CompiledNotebook {
  if (compiled !== undefined) return compiled;
  const content = readFileSync(join(import.meta.dirname, "Notebook.sol"), "utf8");
  const outputSelection = { "*": { "*": ["abi", "evm.bytecode.object"] } };
  const settings = { evmVersion: "cancun", outputSelection };
  const input = { language: "Solidity", sources: { "Notebook.sol": { content } }, settings };
  const result = output.parse(compile(JSON.stringify(input)));
  const { abi, evm } = result.contracts["Notebook.sol"].Notebook;
  compiled = { abi: Interface.from(JSON.stringify(abi)), bytecode: `0x${evm.bytecode.object}` };
  return compiled;
}
