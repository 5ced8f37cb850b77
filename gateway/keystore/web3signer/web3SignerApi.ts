import { Agent as HttpAgent, request as httpRequest } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

/** How to reach one. Certificates and keys are PEM texts. */
export interface Web3SignerAddress {
  readonly url: string;
  readonly timeoutMs: number;
  /** Of the authority that signed its certificate, when the machine doesn't know it. */
  readonly ca?: string | undefined;
  /** What we show it: Web3Signer's `--tls-known-clients-file` names its fingerprint. */
  readonly certificate?: string | undefined;
  readonly key?: string | undefined;
}

/** An answer as it came. */
export interface ApiAnswer {
  readonly status: number;
  readonly text: string;
}

// A signature and its frame are some hundred bytes; a list of keys may be long.
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** Asks a Web3Signer over connections that stay open; rejects when there is no answer in time. */
export class Web3SignerApi {
  readonly #address: Web3SignerAddress;
  readonly #agent: HttpAgent | HttpsAgent;

  constructor(address: Web3SignerAddress) {
    const { ca, certificate: cert, key, url } = address;
    this.#address = address;
    const secure = { keepAlive: true, ca, cert, key };
    this.#agent = url.startsWith("https:")
      ? new HttpsAgent(secure)
      : new HttpAgent({ keepAlive: true });
  }

  ask(path: string, body?: unknown): Promise<ApiAnswer> {
    const { url, timeoutMs } = this.#address;
    const target = new URL(`${url.replace(/\/$/, "")}${path}`);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const { promise, resolve, reject } = Promise.withResolvers<ApiAnswer>();
    const ask = target.protocol === "https:" ? httpsRequest : httpRequest;
    const options = {
      agent: this.#agent,
      method: text === undefined ? "GET" : "POST",
      headers: text === undefined ? {} : { "content-type": "application/json" },
      signal: AbortSignal.timeout(timeoutMs),
    };
    const asked = ask(target, options, (response) => {
      let answer = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        answer += chunk;
        if (answer.length > MAXIMUM_BYTES) asked.destroy(new Error("The answer is too long."));
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: answer }));
      response.on("error", reject);
    });
    asked.on("error", reject);
    asked.end(text);
    return promise;
  }

  close(): void {
    this.#agent.destroy();
  }
}
