import { join } from "node:path";

/** Where a validator's files lie. */
export function validatorFiles(directory: string, index: number) {
  const folder = join(directory, `validator-${index}`);
  return {
    folder,
    certificate: join(folder, "staker.crt"),
    key: join(folder, "staker.key"),
    signer: join(folder, "signer.key"),
    config: join(folder, "config.json"),
    log: join(folder, "output.log"),
    pid: join(folder, "pid.json"),
  } as const;
}
