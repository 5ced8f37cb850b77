import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stamps } from "./paths.mjs";

const lock = join(stamps, "lock");

function owner() {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Takes the lock by linking a file that already names us, so that a lock without owner never exists. */
function take() {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes the lock of a process that died; gives it back when another one took it in between. */
function breakLock(dead) {
  const aside = `${lock}.broken.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (Number(readFileSync(aside, "utf8")) !== dead) linkSync(aside, lock);
  } catch {
    // Somebody else was faster, which is as good.
  }
  rmSync(aside, { force: true });
}

/** Runs `work` while no other command of this repository installs or builds. */
export async function withLock(work) {
  mkdirSync(stamps, { recursive: true });
  for (let waited = 0; !take(); waited += 1) {
    const pid = owner();
    if (waited === 5) console.error(`Waiting for process ${pid}, which is installing or building`);
    if (pid !== undefined && !isAlive(pid)) breakLock(pid);
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    if (owner() === process.pid) rmSync(lock, { force: true });
  }
}
