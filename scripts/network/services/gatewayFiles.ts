import { join } from "node:path";

/** Where the files of a network's gateway lie. */
export function gatewayFiles(directory: string, index: number) {
  const folder = join(directory, `gateway-${index}`);
  return {
    folder,
    log: join(folder, "output.log"),
    pid: join(folder, "pid.json"),
  } as const;
}
