import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { checkedAddresses } from "./checkedAddresses.ts";
import { checkUrl } from "./checkUrl.ts";
import type { PostOutcome } from "./postOutcome.ts";
import type { HostAddress, ResolveHost } from "./resolveHost.ts";
import { retryAfter } from "./retryAfter.ts";
import type { UrlPolicy } from "./urlPolicy.ts";
import { WebhookRefused } from "./WebhookRefused.ts";

/** One POST to an endpoint. */
export interface WebhookPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the attempt early, when the gateway stops. */
  readonly signal?: AbortSignal;
}

/** How posts are made. */
export interface PostOptions {
  readonly policy: UrlPolicy;
  readonly resolve: ResolveHost;
  readonly timeoutMs: number;
}

/** Answers say nothing that is needed; this much is read so that a well-behaved server sees its answer taken. */
const ANSWER_BYTES = 65_536;
const ANSWER_MS = 1_000;

/** The socket goes to the addresses that were checked, whatever the name resolves to by now. */
function pinnedLookup(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, { all }, callback) => {
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else if (first !== undefined) callback(null, first.address, first.family);
  };
}

function open(post: WebhookPost, url: URL, addresses: readonly HostAddress[], signal: AbortSignal) {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  const length = String(Buffer.byteLength(post.body));
  // No agent: every attempt has a connection of its own, to an address that was checked for it.
  return send(url, {
    method: "POST",
    agent: false,
    lookup: pinnedLookup(addresses),
    headers: { ...post.headers, "content-type": "application/json", "content-length": length },
    signal,
  });
}

function answerOf(request: ClientRequest, body: string): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request.once("response", resolve);
  // Stays for the connection's whole life: an error after the answer has nobody else to hear it.
  request.on("error", reject);
  request.end(body);
  return promise;
}

async function discard(answer: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = 0;
  answer.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES) resolve();
  });
  answer.once("end", resolve);
  answer.once("close", resolve);
  answer.once("error", () => resolve());
  const timer = setTimeout(resolve, ANSWER_MS);
  await promise;
  clearTimeout(timer);
  answer.destroy();
}

function failureOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return `It answered ${status}; redirects are not followed.`;
  return `It answered ${status}.`;
}

function sentenceOf(error: unknown, timeout: AbortSignal, timeoutMs: number): string {
  if (timeout.aborted) return `It did not answer within ${timeoutMs / 1_000} seconds.`;
  if (error instanceof WebhookRefused) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "no answer";
  return `It could not be reached (${code}).`;
}

async function attempt(post: WebhookPost, { policy, resolve }: PostOptions, signal: AbortSignal) {
  const url = checkUrl(post.url, policy);
  const addresses = await checkedAddresses(url, policy, resolve);
  const request = open(post, url, addresses, signal);
  const answer = await answerOf(request, post.body);
  return { answer, at: performance.now() };
}

/** Rejects when the signal fires, for work that can't be told to stop. */
function whenAborted(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  return promise;
}

/** Posts once. Never throws: what went wrong is the outcome. */
export async function postWebhook(post: WebhookPost, options: PostOptions): Promise<PostOutcome> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any(post.signal === undefined ? [timeout] : [timeout, post.signal]);
  const started = performance.now();
  const since = (end: number): number => Math.round(end - started);
  try {
    const { answer, at } = await Promise.race([
      attempt(post, options, signal),
      whenAborted(signal),
    ]);
    await discard(answer);
    const status = answer.statusCode ?? 0;
    const failure = failureOf(status);
    const retryAfterMs =
      failure === null ? undefined : retryAfter(answer.headers["retry-after"], Date.now());
    return { delivered: failure === null, status, latencyMs: since(at), failure, retryAfterMs };
  } catch (error) {
    const failure = sentenceOf(error, timeout, options.timeoutMs);
    const latencyMs = since(performance.now());
    return { delivered: false, status: null, latencyMs, failure, retryAfterMs: undefined };
  }
}
