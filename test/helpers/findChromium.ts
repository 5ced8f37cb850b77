import { accessSync, constants } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH or where Debian installs it. Without one, undefined
 * (the caller skips its tests, which are counted), but an error where REQUIRE_BROWSER=1, as in .ci/run.
 */
export function findChromium(): string | undefined {
  const given = process.env["CHROMIUM_PATH"];
  const found = (given === undefined ? places : [given]).find(isExecutable);
  if (found === undefined && process.env["REQUIRE_BROWSER"] === "1") {
    throw new Error(`no Chromium in ${given ?? places.join(", ")}, and REQUIRE_BROWSER=1`);
  }
  return found;
}
