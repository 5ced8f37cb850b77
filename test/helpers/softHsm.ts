import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const places = [
  "/usr/lib/softhsm/libsofthsm2.so",
  "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
  "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
  "/opt/homebrew/lib/softhsm/libsofthsm2.so",
];

/** A module reads its configuration and its tokens once a process, so all are made before it is loaded. */
const labels = ["signing", "other", "gateway"] as const;
const pin = "only-for-tests";
let isReady = false;

function makeToken(label: string): void {
  const pins = ["--so-pin", "officer-for-tests", "--pin", pin];
  const made = spawnSync("softhsm2-util", ["--init-token", "--free", "--label", label, ...pins], {
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr || String(made.error));
}

/** An error where tests must not be skipped: a suite that nobody runs proves nothing. */
function findModule(): string | undefined {
  const found = places.find((place) => existsSync(place));
  if (found === undefined && process.env["REQUIRE_SOFTHSM"] === "1") {
    throw new Error(`no SoftHSM in ${places.join(", ")}, and REQUIRE_SOFTHSM=1`);
  }
  return found;
}

/** Real PKCS#11 tokens in software, from Debian's package softhsm2. */
export const softHsm = {
  /**
   * The module's file; undefined where the package is not installed (the caller skips its tests, which are counted), but
   * an error where REQUIRE_SOFTHSM=1, as in .ci/run.
   */
  module: findModule(),
  pin,
  labels,

  /** Makes the tokens, in a directory of this process. */
  prepare(): void {
    if (isReady) return;
    isReady = true;
    const folder = mkdtempSync(join(tmpdir(), "tallystick-softhsm-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    const tokens = join(folder, "tokens");
    mkdirSync(tokens);
    const file = join(folder, "softhsm2.conf");
    writeFileSync(file, `directories.tokendir = ${tokens}\nlog.level = ERROR\n`);
    process.env["SOFTHSM2_CONF"] = file;
    for (const label of labels) makeToken(label);
  },
} as const;
