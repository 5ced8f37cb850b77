import { spawnSync } from "node:child_process";

const places = ["go", "/usr/local/go/bin/go", "/usr/lib/go/bin/go"];

/** The Go tool on the path, or where its packages put it; undefined where there is none. */
export function findGo(): string | undefined {
  return places.find((place) => spawnSync(place, ["version"], { stdio: "ignore" }).status === 0);
}
