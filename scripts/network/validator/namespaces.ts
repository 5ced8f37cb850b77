import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { NetworkError } from "../NetworkError.ts";

function run(...args: readonly string[]): { ok: boolean; said: string } {
  const { status, stderr, error } = spawnSync("ip", args, { encoding: "utf8" });
  return { ok: status === 0, said: error?.message ?? stderr.trim() };
}

function must(...args: readonly string[]): void {
  const { ok, said } = run(...args);
  if (ok) return;
  throw new NetworkError("NAMESPACE_REFUSED", `ip ${args.join(" ")}: ${said}`);
}

/** Names and addresses of a network's namespaces; they follow from its directory, so that two networks never meet. */
function plan(directory: string) {
  const digest = createHash("sha256").update(directory).digest();
  const bridge = `tly${digest.toString("hex", 0, 3)}`;
  const net = `10.${64 + ((digest[3] ?? 0) % 64)}.${digest[4] ?? 0}`;
  return {
    bridge,
    gateway: `${net}.254`,
    name: (index: number) => `${bridge}-${index}`,
    link: (index: number) => `${bridge}v${index}`,
    host: (index: number) => `${net}.${10 + index}`,
  };
}

function createOne(directory: string, index: number): void {
  const { bridge, name, link, host } = plan(directory);
  const [space, wire] = [name(index), link(index)];
  if (existsSync(`/run/netns/${space}`)) return;
  // A link outlives its namespace where a process still holds on to that.
  run("link", "del", wire);
  must("netns", "add", space);
  must("link", "add", wire, "type", "veth", "peer", "name", "eth0", "netns", space);
  must("link", "set", wire, "master", bridge, "up");
  must("-n", space, "link", "set", "lo", "up");
  must("-n", space, "addr", "add", `${host(index)}/24`, "dev", "eth0");
  must("-n", space, "link", "set", "eth0", "up");
}

/**
 * Each validator's own network on this machine: a namespace with one link to a bridge, over which the others and this
 * machine's programs reach it. Linux and root only.
 */
export const namespaces = {
  /** Whether this user can make them here: not even every root can. */
  arePossible(): boolean {
    if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
    if (spawnSync("nsenter", ["--version"], { stdio: "ignore" }).status !== 0) return false;
    const probe = `tly${process.pid}`;
    const made = run("netns", "add", probe).ok && run("link", "add", probe, "type", "bridge").ok;
    run("link", "del", probe);
    run("netns", "del", probe);
    return made;
  },

  host: (directory: string, index: number): string => plan(directory).host(index),

  /** What a command begins with to run inside. */
  enter: (directory: string, index: number): string[] => [
    "nsenter",
    `--net=/run/netns/${plan(directory).name(index)}`,
    "--",
  ],

  /** Makes those that aren't there; after a restart of the machine none is. */
  create(directory: string, indices: readonly number[]): void {
    const { bridge, gateway } = plan(directory);
    if (!run("link", "show", bridge).ok) {
      must("link", "add", bridge, "type", "bridge");
      must("addr", "add", `${gateway}/24`, "dev", bridge);
      must("link", "set", bridge, "up");
    }
    for (const index of indices) createOne(directory, index);
  },

  remove(directory: string, indices: readonly number[]): void {
    const { bridge, name, link } = plan(directory);
    for (const index of indices) {
      run("link", "del", link(index));
      run("netns", "del", name(index));
    }
    run("link", "del", bridge);
  },

  /** Validators of different groups no longer reach each other; this machine still reaches all. */
  partition(directory: string, groups: readonly (readonly number[])[]): void {
    const { name, host } = plan(directory);
    const all = groups.flat();
    this.heal(directory, all);
    for (const group of groups) {
      const others = all.filter((index) => !group.includes(index));
      for (const [index, other] of group.flatMap((one) => others.map((two) => [one, two]))) {
        must("-n", name(index ?? 0), "route", "add", "blackhole", `${host(other ?? 0)}/32`);
      }
    }
  },

  heal(directory: string, indices: readonly number[]): void {
    const { name } = plan(directory);
    for (const index of indices) run("-n", name(index), "route", "flush", "type", "blackhole");
  },
} as const;
