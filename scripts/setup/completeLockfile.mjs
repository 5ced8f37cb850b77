// A registry mirror may serve a tool's binary for this platform only, and npm then leaves the other
// platforms out of package-lock.json, which `npm ci` refuses. Run after every `npm install`: it writes
// the missing optional packages down, at the version that the tool itself names.
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const cpus = { amd64: "x64", x64: "x64", arm64: "arm64" };
const systems = ["android", "darwin", "linux", "win32", "freebsd"];

/** The nearest folder in which `name` is installed for the package at `from`, as Node resolves it. */
function installedFor(from, name) {
  for (let base = from; ; base = base.slice(0, Math.max(base.lastIndexOf("/node_modules/"), 0))) {
    const place = base === "" ? `node_modules/${name}` : `${base}/node_modules/${name}`;
    if (lock.packages[place] !== undefined) return place;
    if (base === "") return undefined;
  }
}

const added = [];
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (installedFor(from, name) !== undefined) continue;
    const words = name.split(/[-/]/);
    const os = systems.find((system) => words.includes(system));
    const cpu = cpus[words.find((word) => word in cpus)];
    if (os === undefined || cpu === undefined) throw new Error(`${name}: unknown platform`);
    const libc = os === "linux" && words.includes("musl") ? { libc: ["musl"] } : {};
    const dev = entry.dev === true ? { dev: true } : {};
    const place = `node_modules/${name}`;
    lock.packages[place] = { version, cpu: [cpu], ...dev, ...libc, optional: true, os: [os] };
    added.push(place);
  }
}
const { "": root, ...others } = lock.packages;
const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = { "": root, ...Object.fromEntries(sorted) };
if (added.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.error(`package-lock.json: ${added.length} packages of other platforms added`);
