import { once } from "node:events";
import { createServer } from "node:net";

/** The port, or 0, which takes a free one, when somebody listens on it already. */
export async function portOrFree(port: number): Promise<number> {
  const server = createServer();
  const { promise: isFree, resolve } = Promise.withResolvers<boolean>();
  server.once("error", () => resolve(false));
  server.listen(port, "127.0.0.1", () => resolve(true));
  if (!(await isFree)) return 0;
  server.close();
  await once(server, "close");
  return port;
}
