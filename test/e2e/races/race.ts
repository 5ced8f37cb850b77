import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./raceClient.ts", import.meta.url));

async function prepared(url: string, raws: readonly string[]): Promise<ChildProcess> {
  const client = spawn(process.execPath, [program], { stdio: ["pipe", "pipe", "inherit"] });
  const { stdin, stdout } = client;
  if (stdin === null || stdout === null) throw new Error("the client has no pipes");
  stdin.write(`${[url, ...raws].join("\n")}\n\n`);
  await once(stdout, "data");
  return client;
}

/** Each client, a process, sends its signed transactions in its own order; all start at one word. */
export async function race(url: string, clients: readonly (readonly string[])[]): Promise<void> {
  const ready = await Promise.all(clients.map((raws) => prepared(url, raws)));
  const ends = ready.map((client) => once(client, "exit"));
  for (const { stdin } of ready) stdin?.write("go\n");
  for (const [code] of await Promise.all(ends)) {
    if (code !== 0) throw new Error(`a client ended with ${code}`);
  }
}
