import { once } from "node:events";
import { createServer } from "node:net";

/** The port, or 0, which takes a free one, when somebody listens on it already. */
export async function portOrFree(port: number): Promise<number> {
  const server = createServer();
  const outcome = Promise.race([once(server, "listening"), once(server, "error")]);
  server.listen(port, "127.0.0.1");
  const [error] = (await outcome) as [Error | undefined];
  if (error !== undefined) return 0;
  server.close();
  await once(server, "close");
  return port;
}
