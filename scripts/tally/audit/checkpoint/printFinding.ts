import { BaseError, ConsensusError } from "@tallystick/sdk";

/** What a verb found. */
export type Finding = {
  /** For machines. */
  readonly answer: Readonly<Record<string, unknown>>;
  /** For people. */
  readonly sentence: string;
  /** 1 where something is wrong, 3 where it could not be told. */
  readonly exitCode?: 1 | 3;
};

/** Errors about the files that were given, not about what they say. */
const unreadable = new Set(["checkpoint-invalid", "checkpoint-signers-invalid"]);

function codeOf(error: unknown): 1 | 3 {
  if (error instanceof ConsensusError && unreadable.has(error.code)) return 3;
  return error instanceof BaseError ? 1 : 3;
}

/** Prints what was found, for people or as one JSON object; what is wrong goes to standard error. */
export async function printFinding(json: boolean, work: () => Promise<Finding>): Promise<void> {
  try {
    const { answer, sentence, exitCode } = await work();
    if (json) console.log(JSON.stringify(answer));
    if (exitCode !== undefined) console.error(sentence);
    else if (!json) console.log(sentence);
    if (exitCode !== undefined) process.exitCode = exitCode;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof BaseError ? error.code : "not-checked";
    console.error(message);
    if (json) console.log(JSON.stringify({ error: { code, message } }));
    process.exitCode = codeOf(error);
  }
}
