import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect } from "chai";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(root, "node_modules");

const consumer = `
import { formatMoney, ledgerInterfaces, receivables, type Ledger, LedgerError } from "@tallystick/sdk";
import { readDeployment } from "@tallystick/sdk/node";

export async function due(ledger: Ledger, receivable: number): Promise<string> {
  const { dueDay, amount, currency } = await receivables.get(ledger, { receivable });
  const until: string = dueDay;
  return until + formatMoney(amount, currency);
}
const missing = await readDeployment("/nowhere").catch((error: { code?: string }) => error.code);
console.log(formatMoney(1234567n, "CNY"), Object.keys(ledgerInterfaces).length, typeof LedgerError, missing);
`;

/** Where a dependency is: beside the SDK where others need another version of it. */
function installedAt(name: string): string {
  const own = join(root, "sdk/node_modules", name);
  return existsSync(own) ? own : join(modules, name);
}

// What the SDK lists as its own dependencies; a published package may find nothing else.
async function install(folder: string): Promise<void> {
  const { dependencies } = JSON.parse(await readFile(join(root, "sdk/package.json"), "utf8"));
  await mkdir(join(folder, "node_modules/@tallystick"), { recursive: true });
  for (const name of [...Object.keys(dependencies), "@types/node"]) {
    await mkdir(dirname(join(folder, "node_modules", name)), { recursive: true });
    await symlink(installedAt(name), join(folder, "node_modules", name));
  }
  const { stdout } = await execute("npm", ["pack", "--json", "--pack-destination", folder], {
    cwd: join(root, "sdk/dist"),
  });
  const [{ filename }] = JSON.parse(stdout);
  await execute("tar", ["-xzf", join(folder, filename), "-C", folder]);
  await symlink(join(folder, "package"), join(folder, "node_modules/@tallystick/sdk"));
}

describe("the SDK as a package", function () {
  this.timeout(240_000);
  let folder = "";

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "tallystick-sdk-"));
    // What `npm run build --workspace @tallystick/sdk` runs once packages and contracts are there.
    await execute(process.execPath, ["--import", "tsx", "scripts/sdk/build.ts"], { cwd: root });
    await install(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("carries its licence, its documentation, and no bytecode", async () => {
    const packed = await readdir(join(folder, "package"), { recursive: true });
    expect(packed).to.include.members(["LICENSE", "README.md", "index.js", "index.d.ts"]);
    const scripts = packed.filter((file) => file.endsWith(".js"));
    const texts = await Promise.all(
      scripts.map((file) => readFile(join(folder, "package", file), "utf8")),
    );
    expect(texts.filter((text) => /0x60(?:80|a0|c0|e0)6040/.test(text))).to.deep.equal([]);
  });

  it("is imported by plain JavaScript, its types by TypeScript", async () => {
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder, "consumer.ts"), consumer);
    const settings = ["--strict", "--target", "es2022", "--module", "nodenext", "--types", "node"];
    const compile = (file: string) =>
      execute(join(modules, ".bin/tsc"), [...settings, file], { cwd: folder });
    await compile("consumer.ts");
    await writeFile(
      join(folder, "wrong.ts"),
      consumer.replace("const until: string", "const until: bigint"),
    );
    const { stdout: complaint } = await compile("wrong.ts").catch((error) => error);
    expect(complaint).to.contain("Type 'string' is not assignable to type 'bigint'");
    const { stdout } = await execute(process.execPath, ["consumer.js"], { cwd: folder });
    expect(stdout.trim()).to.equal("12,345.67 CNY 16 function deployment-unreadable");
  });

  it("is bundled for a browser, where there is nothing of Node", async () => {
    await writeFile(
      join(folder, "browser.js"),
      'import * as sdk from "@tallystick/sdk";\nglobalThis.sdk = sdk;\n',
    );
    const { build } = await import("vite");
    const built = await build({
      root: folder,
      configFile: false,
      logLevel: "silent",
      build: {
        write: false,
        minify: false,
        lib: { entry: join(folder, "browser.js"), formats: ["es"], fileName: "sdk" },
      },
    });
    const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
    const code = outputs.map((each) => (each.type === "chunk" ? each.code : "")).join("\n");
    expect(code).to.contain("ReceivablesLimitExceeded");
    expect(code).not.to.match(/from\s*["']node:|require\(["']node:|__vite-browser-external/);
    expect(outputs.flatMap((each) => (each.type === "chunk" ? each.imports : []))).to.deep.equal(
      [],
    );
  });
});
