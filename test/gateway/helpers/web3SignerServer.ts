import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type ServerOptions } from "node:https";
import { getBytes, keccak256, SigningKey } from "ethers";

/** What the server does wrong, until told otherwise. */
export type Web3SignerFault =
  | "none"
  | "hangs"
  | "fails"
  | "signs-with-another-key"
  | "talks-nonsense";

/** A server that speaks Web3Signer's documented eth1 API, with real keys. */
export interface Web3SignerServer {
  readonly url: string;
  /** Paths that were asked, in order. */
  readonly asked: string[];
  fault: Web3SignerFault;
  add(privateKey: string): void;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}

/** Public keys as Web3Signer writes them: 64 bytes without the prefix 04. */
function identifierOf(privateKey: string): string {
  return `0x${SigningKey.computePublicKey(privateKey).slice(4)}`;
}

/** Starts one; with `tls` over HTTPS. */
export async function web3SignerServer(
  privateKeys: readonly string[],
  tls?: ServerOptions,
): Promise<Web3SignerServer> {
  const keys = new Map(privateKeys.map((key) => [identifierOf(key), key]));
  const own: Web3SignerServer = {
    url: "",
    asked: [],
    fault: "none",
    add: (key) => void keys.set(identifierOf(key), key),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const sign = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const key = keys.get(decodeURIComponent(path.split("/").at(-1) ?? ""));
    const { data } = JSON.parse(await bodyOf(request)) as { data: string };
    if (own.fault === "hangs") return;
    if (own.fault === "fails") return void response.writeHead(500).end();
    if (own.fault === "talks-nonsense") return void response.end("certainly");
    if (key === undefined) return void response.writeHead(404).end();
    const used = own.fault === "signs-with-another-key" ? `0x${"42".repeat(32)}` : key;
    const { r, s, v } = new SigningKey(used).sign(keccak256(getBytes(data)));
    response.setHeader("content-type", "text/plain; charset=utf-8");
    response.end(`${r}${s.slice(2)}${v.toString(16)}`);
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? "";
    own.asked.push(`${request.method} ${path}`);
    if (path.startsWith("/api/v1/eth1/sign/")) return void sign(request, response, path);
    if (path !== "/api/v1/eth1/publicKeys") return void response.writeHead(404).end();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify([...keys.keys()]));
  };
  const server = tls === undefined ? createServer(answer) : createSecureServer(tls, answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no address");
  const scheme = tls === undefined ? "http" : "https";
  return Object.assign(own, { url: `${scheme}://127.0.0.1:${address.port}` });
}
