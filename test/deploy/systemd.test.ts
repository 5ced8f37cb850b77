import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { gatewayVariables } from "./gatewayVariables.ts";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "deploy", "systemd");
const units = readdirSync(folder).sort();

/** Settings of a unit as `Section.Key`, each with its values in order. */
function settingsOf(unit: string): Map<string, string[]> {
  const settings = new Map<string, string[]>();
  let section = "";
  for (const line of readFileSync(join(folder, unit), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const heading = /^\[(Unit|Service|Install)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      section = heading;
      continue;
    }
    const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
    expect(key, `${unit}: ${line}`).not.to.equal(undefined);
    const name = `${section}.${key}`;
    settings.set(name, [...(settings.get(name) ?? []), value ?? ""]);
  }
  return settings;
}

describe("the systemd units", function () {
  this.timeout(30_000);

  it("are of a gateway and of either engine's node", () => {
    expect(units).to.deep.equal([
      "tallystick-besu.service",
      "tallystick-gateway.service",
      "tallystick-validator.service",
    ]);
  });

  for (const unit of units) {
    it(`${unit}: starts again, may do little, and names a page that exists`, () => {
      const settings = settingsOf(unit);
      const one = (name: string) => settings.get(`Service.${name}`)?.at(-1);
      expect(one("Restart")).to.equal("always");
      expect(one("User")).to.match(/^tallystick/);
      expect([one("NoNewPrivileges"), one("ProtectSystem"), one("UMask")]).to.deep.equal([
        "yes",
        "strict",
        "0077",
      ]);
      expect(one("CapabilityBoundingSet")).to.equal("");
      expect(one("LimitCORE")).to.equal("0");
      const [page = ""] = settings.get("Unit.Documentation") ?? [];
      expect(existsSync(join(root, page.replace("file:/opt/tallystick/", "")))).to.equal(true);
    });
  }

  it("the gateway's starts a file of the repository, with variables that it knows", () => {
    const settings = settingsOf("tallystick-gateway.service");
    const [command = ""] = settings.get("Service.ExecStart") ?? [];
    const [program = "", script = ""] = command.split(" ");
    const inRepository = program.replace("/opt/tallystick/", "");
    expect(inRepository).to.equal("node_modules/.bin/node");
    expect(existsSync(join(root, script)), script).to.equal(true);
    const variables = (settings.get("Service.Environment") ?? [])
      .flatMap((line) => line.split(" "))
      .map((pair) => pair.split("=")[0]);
    const known = [...gatewayVariables(), "NODE_ENV"];
    expect(variables.filter((name) => !known.includes(name ?? ""))).to.deep.equal([]);
    // It drains for 25 s, and V8 makes code at run time.
    expect(Number(settings.get("Service.TimeoutStopSec"))).to.be.greaterThan(25);
    expect(settings.has("Service.MemoryDenyWriteExecute")).to.equal(false);
  });

  describe("read by systemd itself", () => {
    let copies: string;
    before(async function () {
      if (spawnSync("systemd-analyze", ["--version"]).status !== 0) this.skip();
      copies = await mkdtemp(join(tmpdir(), "units-"));
      for (const unit of units) {
        // It looks for the programs, which are of other machines.
        const text = readFileSync(join(folder, unit), "utf8").replace(
          /^ExecStart=\S+/m,
          "ExecStart=/bin/true",
        );
        await writeFile(join(copies, unit), text.replace(/^Documentation=.*\n/m, ""));
      }
    });
    after(async () => {
      if (copies !== undefined) await rm(copies, { recursive: true });
    });

    it("have nothing that it complains about", () => {
      const paths = units.map((unit) => join(copies, unit));
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", ...paths], {
        encoding: "utf8",
      });
      const own = stderr.split("\n").filter((line) => line.includes("tallystick"));
      expect({ status, own }).to.deep.equal({ status: 0, own: [] });
    });

    it("leave little open by its own measure", () => {
      for (const unit of units) {
        const args = ["security", "--offline=true", "--threshold=20", join(copies, unit)];
        const { status, stdout, stderr } = spawnSync("systemd-analyze", args, { encoding: "utf8" });
        expect(status, `${unit}: ${stderr}${stdout.split("\n").at(-2)}`).to.equal(0);
      }
    });
  });
});
