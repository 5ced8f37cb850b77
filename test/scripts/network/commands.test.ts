import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { buildEngine } from "../../../scripts/network/engine/buildEngine.ts";
import { NetworkError } from "../../../scripts/network/NetworkError.ts";
import type { NetworkState } from "../../../scripts/network/networkState.ts";
import { endProcess } from "../../../scripts/network/process/endProcess.ts";
import { identityOf } from "../../../scripts/network/process/identityOf.ts";
import { runningProcess } from "../../../scripts/network/process/runningProcess.ts";
import { startDetached } from "../../../scripts/network/process/startDetached.ts";
import { partitionGroups } from "../../../scripts/network/verbs/partitionGroups.ts";
import { targets } from "../../../scripts/network/verbs/targets.ts";

const program = join(import.meta.dirname, "..", "..", "..", "scripts", "network.ts");
const quiet = (): void => undefined;

describe("The commands of a network", function () {
  this.timeout(60_000);
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "tallystick-network-"));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", program, ...args], { encoding: "utf8" });

  it("say that there is no network, and end with 3", () => {
    for (const verb of [["status"], ["down"], ["kill", "1"], ["heal"], ["probe"]]) {
      const { status, stdout, stderr } = run(...verb, "--json", "--directory", directory);
      expect(status).to.equal(3);
      expect(JSON.parse(stdout)).to.have.nested.property("error.code", "NO_NETWORK");
      expect(stderr).to.include("There is no network in");
    }
  });

  it("leave nothing behind where they find nothing", async () => {
    const absent = join(directory, "absent");
    expect(run("down", "--directory", absent).status).to.equal(3);
    expect(existsSync(absent)).to.equal(false);
  });

  it("say in a sentence that Go is missing", async () => {
    const where = { directory: join(directory, "engine"), lookForGo: () => undefined };
    const error: unknown = await buildEngine(quiet, where).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(NetworkError);
    expect(error).to.include({ code: "GO_MISSING", exitCode: 3 });
    expect(String(error)).to.include("install Go");
  });

  /** A program in Go's place, which does with its arguments what the script says. */
  const goThat = async (script: string): Promise<string> => {
    const file = join(directory, "go");
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
    return file;
  };

  it("never take a half-built engine for a whole one", async () => {
    const go = await goThat(
      '[ "$1" = mod ] && exit 0; [ "$1" = install ] && : > "$GOBIN/main" && exit 0; echo broken; exit 1',
    );
    const engine = join(directory, "cache", "engine");
    const where = { directory: engine, lookForGo: () => go };
    const error: unknown = await buildEngine(quiet, where).catch((reason: unknown) => reason);
    expect(error).to.include({ code: "ENGINE_NOT_BUILT", exitCode: 1 });
    expect(String(error)).to.include("broken");
    expect(await readdir(join(directory, "cache"))).to.deep.equal([]);
  });

  it("tell sources that can't be fetched from an engine that doesn't compile", async () => {
    const go = await goThat("echo connection refused; exit 1");
    const where = { directory: join(directory, "cache", "engine"), lookForGo: () => go };
    const error: unknown = await buildEngine(quiet, where).catch((reason: unknown) => reason);
    expect(error).to.include({ code: "ENGINE_NOT_FETCHED", exitCode: 1 });
    expect(String(error)).to.include("connection refused");
  });

  it("build the engine once", async () => {
    const go = await goThat(
      `echo "$1" >> ${directory}/calls; [ "$1" = mod ] && exit 0; [ "$1" = install ] && : > "$GOBIN/main" && exit 0\nmkdir -p "$(dirname "$4")"; : > "$4"`,
    );
    const where = { directory: join(directory, "cache", "engine"), lookForGo: () => go };
    const { node } = await buildEngine(quiet, where);
    expect(existsSync(node)).to.equal(true);
    await buildEngine(quiet, where);
    expect(await readFile(join(directory, "calls"), "utf8")).to.equal("mod\ninstall\nbuild\n");
  });

  it("find a process again, and never take another one for it", async () => {
    const pidFile = join(directory, "pid.json");
    const log = join(directory, "log");
    const command = ["sleep", "60"] as const;
    const pid = await startDetached({ command: [...command], log, pidFile });
    expect(runningProcess(pidFile)).to.equal(pid);
    await writeFile(join(directory, "other.json"), JSON.stringify({ pid, identity: "1" }));
    expect(runningProcess(join(directory, "other.json"))).to.equal(undefined);
    expect(await endProcess(pidFile, "SIGKILL")).to.equal(true);
    expect(runningProcess(pidFile)).to.equal(undefined);
    expect(await endProcess(pidFile, "SIGKILL")).to.equal(false);
  });

  it("end a process with all that it started", async () => {
    const pidFile = join(directory, "pid.json");
    const child = spawn("sh", ["-c", "sleep 60 & echo $!; wait"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [first] = (await once(child.stdout, "data")) as [Buffer];
    const grandchild = Number(first.toString());
    const pid = child.pid ?? 0;
    await writeFile(pidFile, JSON.stringify({ pid, identity: identityOf(pid) }));
    expect(await endProcess(pidFile, "SIGKILL")).to.equal(true);
    expect(identityOf(grandchild)).to.equal(undefined);
  });

  it("read how validators are parted", () => {
    expect(partitionGroups("4,5", 5)).to.deep.equal([
      [4, 5],
      [1, 2, 3],
    ]);
    expect(partitionGroups("1,2|3|4,5", 5)).to.deep.equal([[1, 2], [3], [4, 5]]);
    for (const wrong of ["", "1,2,3,4,5", "6", "1,1", "x", "1|1"]) {
      expect(() => partitionGroups(wrong, 5), wrong).to.throw(NetworkError, "doesn't part");
    }
  });

  it("read which validators and gateways a verb is about", () => {
    const state = { validators: [1, 2, 3, 4, 5], gateways: [1, 2] } as unknown as NetworkState;
    expect(targets(["1,2", "gateway-2"], state)).to.deep.equal({
      validators: [1, 2],
      gateways: [2],
    });
    for (const wrong of ["0", "6", "gateway-3", "one", ""]) {
      expect(() => targets([wrong], state), wrong).to.throw(NetworkError, "There is no");
    }
  });
});
