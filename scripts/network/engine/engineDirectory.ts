import { homedir } from "node:os";
import { join } from "node:path";
import { engineVersion } from "./engineVersion.ts";

/** Where the built engine lies, outside the tree: networks of any checkout share it. */
export function engineDirectory(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const cache =
    variables["TALLYSTICK_ENGINE_CACHE"] ?? join(homedir(), ".cache", "tallystick", "engine");
  const { avalanchego, subnetEvm } = engineVersion;
  return join(cache, `avalanchego-${avalanchego}-subnet-evm-${subnetEvm}`);
}
