import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder, with the places that the setup reads and writes. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
export const bin = join(root, "node_modules", ".bin");
export const stamps = join(root, "cache", "setup");
