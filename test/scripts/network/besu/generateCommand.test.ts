import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { Command } from "commander";
import { generateCommand } from "../../../../scripts/network/besu/generateCommand.ts";

describe("network generate --profile besu", () => {
  let parent: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), "besu-"));
  });
  after(() => rm(parent, { recursive: true }));

  /** What the verb prints on standard output and standard error, and its exit code. */
  async function run(...args: string[]) {
    const printed = { out: "", error: "" };
    const { log, error } = console;
    console.log = (text: string) => {
      printed.out += text;
    };
    console.error = (text: string) => {
      printed.error += text;
    };
    try {
      const verb = generateCommand()
        .exitOverride()
        .configureOutput({ writeErr: (text) => console.error(text) });
      await new Command()
        .exitOverride()
        .addCommand(verb)
        .parseAsync(["", "", "generate", ...args]);
    } catch (thrown) {
      printed.error += String(thrown);
    } finally {
      Object.assign(console, { log, error });
    }
    const code = process.exitCode;
    process.exitCode = undefined;
    return { ...printed, code };
  }

  it("prints one JSON object, and says that Besu was not run", async () => {
    const out = join(parent, "one");
    const args = ["--profile", "besu", "--validators", "5", "--out", out, "--json"];
    const made = await run(...args);
    expect(made.code).to.equal(undefined);
    const { status, validators, genesisHash } = JSON.parse(made.out);
    expect(status).to.contain("Besu itself was not run");
    expect(validators).to.have.length(5);
    expect(await readFile(join(out, "START.md"), "utf8")).to.contain(genesisHash);
    const again = await run(...args);
    expect([again.code, again.error]).to.deep.equal([
      1,
      `${out} holds a network, whose keys would be lost. Name another folder.`,
    ]);
  });

  it("checks what lies there, and says what is wrong with it", async () => {
    const out = join(parent, "two");
    await run("--profile", "besu", "--out", out);
    const check = ["--profile", "besu", "--out", out, "--check"];
    expect((await run(...check)).code).to.equal(undefined);
    const file = join(out, "validator-2", "permissions_config.toml");
    await writeFile(file, (await readFile(file, "utf8")).replace(/"0x[0-9a-f]{40}"/, ""));
    const wrong = await run(...check);
    expect([wrong.code, wrong.error]).to.deep.equal([1, "validator-2 allows other accounts."]);
    expect(
      (await run("--profile", "besu", "--check", "--out", join(parent, "none"))).code,
    ).to.equal(3);
  });

  it("takes no other engine, and no account that is none", async () => {
    expect((await run("--profile", "fabric")).error).to.match(/Allowed choices are besu/);
    expect((await run("--profile", "besu", "--account", "0x12")).error).to.match(/20 bytes in hex/);
  });
});
