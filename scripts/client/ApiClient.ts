import { randomUUID } from "node:crypto";
import { ApiError } from "./ApiError.ts";

/** A JSON object as the gateway answers it. */
export type Answer = Readonly<Record<string, unknown>>;

const ATTEMPTS = 8;
const PAUSE_MS = 250;

/** A signed-in member's access to a gateway, over HTTP like everybody else's. */
export class ApiClient {
  readonly #url: string;
  readonly #token: string | undefined;

  constructor(url: string, token?: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Signs in as a member of a demonstration, by number or name. */
  async signIn(member: string | number): Promise<ApiClient> {
    const body = { member: String(member) };
    const answer = await this.#send("POST", "/v1/sessions", randomUUID(), body);
    return new ApiClient(this.#url, String(answer["token"]));
  }

  get(path: string): Promise<Answer> {
    return this.#send("GET", path);
  }

  /** Writes once, however often it has to be sent: the key stays the same. */
  post(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer> {
    return this.#send("POST", path, key, body);
  }

  put(path: string, body: unknown, key: string = randomUUID()): Promise<Answer> {
    return this.#send("PUT", path, key, body);
  }

  async #send(method: string, path: string, key?: string, body?: unknown): Promise<Answer> {
    const headers = {
      ...(this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` }),
      ...(key === undefined ? {} : { "idempotency-key": key, "content-type": "application/json" }),
    };
    const json = body === undefined ? null : JSON.stringify(body);
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(this.#url + path, { method, headers, body: json });
      const text = await response.text();
      const answer: Answer = text === "" ? {} : JSON.parse(text);
      // 202: stored but not included yet, or waiting for a second person, who takes longer than this asks; 409 in flight, 503: asking again with the same key is what it is for.
      const again =
        (response.status === 202 && answer["state"] !== "awaiting-approval") ||
        response.status === 503 ||
        answer["code"] === "request-in-flight";
      if (!again || attempt === ATTEMPTS) {
        if (response.ok) return answer;
        throw new ApiError(`${method} ${path}`, response.status, answer);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }
}
