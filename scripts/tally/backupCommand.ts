import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Command } from "commander";
import { backupFrames } from "../../gateway/backup/backupFrames.ts";
import { reasonOf } from "./reasonOf.ts";

type Options = { readonly gateway: string; readonly json?: true };

/** Puts it beside the file first, for its owner alone: an older backup of this name is not lost to one that broke off. */
async function receive(response: Response, file: string): Promise<number> {
  const draft = `${file}.part`;
  try {
    if (response.body === null) throw new Error("the gateway sent nothing");
    await pipeline(
      Readable.fromWeb(response.body as never),
      createWriteStream(draft, { mode: 0o600 }),
    );
    for await (const frame of backupFrames(createReadStream(draft))) void frame;
    const handle = await open(draft);
    await handle.sync();
    const { size } = await handle.stat();
    await handle.close();
    await rename(draft, file);
    return size;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function backup(file: string, { gateway, json }: Options): Promise<void> {
  const token = process.env["TALLYSTICK_TOKEN"] ?? "";
  const headers = { authorization: `Bearer ${token}` };
  const url = new URL("/v1/backups", gateway);
  const response = await fetch(url, { method: "POST", headers });
  if (!response.ok) {
    const problem = (await response.json()) as { detail?: string };
    throw new Error(problem.detail ?? `the gateway answered ${response.status}`);
  }
  const bytes = await receive(response, file);
  if (json === true) console.log(JSON.stringify({ file, bytes }));
  else console.log(`${file}: ${bytes} bytes`);
}

/** `tally backup FILE`: what a gateway alone knows, from one that runs. */
export function backupCommand(): Command {
  return new Command("backup")
    .description("a running gateway's own data, encrypted with its keystores' passphrase")
    .argument("<file>", "where it goes")
    .option("--gateway <url>", "the gateway that is asked", "http://127.0.0.1:8080")
    .option("--json", "print one JSON object on standard output")
    .addHelpText("after", "\nTALLYSTICK_TOKEN signs in, as an operator with scope administer.")
    .action(async (file: string, options: Options) => {
      try {
        await backup(file, options);
      } catch (error) {
        const { message, isUnreachable } = reasonOf(error, options.gateway);
        console.error(message);
        if (options.json === true) console.log(JSON.stringify({ error: { message } }));
        process.exitCode = isUnreachable ? 3 : 1;
      }
    });
}
