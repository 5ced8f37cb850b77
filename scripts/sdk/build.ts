import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sdk = join(root, "sdk");
const dist = join(sdk, "dist");

/** The package as others install it: JavaScript and its types instead of the sources. */
function publishedManifest(): string {
  const { name, version, description, license, type, sideEffects, dependencies } = JSON.parse(
    readFileSync(join(sdk, "package.json"), "utf8"),
  );
  const entry = (file: string) => ({ types: `./${file}.d.ts`, default: `./${file}.js` });
  const manifest = {
    name,
    version,
    description,
    license,
    type,
    sideEffects,
    exports: { ".": entry("index"), "./node": entry("node") },
    dependencies,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync("tsc", ["--project", join(sdk, "tsconfig.build.json")], {
  stdio: ["ignore", "inherit", "inherit"],
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(join(dist, "package.json"), publishedManifest());
copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
copyFileSync(join(root, "docs/reference/sdk.md"), join(dist, "README.md"));
