import type { Reached } from "../../../gateway/writePoints.ts";

/** Kills this process at the n-th passing of the point that KILL_POINT and KILL_PASSING name; never without them. */
export function deathAt({ KILL_POINT, KILL_PASSING = "1" }: NodeJS.ProcessEnv): Reached {
  let passings = 0;
  return (point) => {
    if (point !== KILL_POINT) return;
    passings += 1;
    if (passings === Number(KILL_PASSING)) process.kill(process.pid, "SIGKILL");
  };
}
