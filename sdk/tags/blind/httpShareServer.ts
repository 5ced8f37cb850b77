import { z } from "zod";
import { TagError, type TagErrorCode } from "../../errors/TagError.ts";
import type { Hex } from "./ristretto.ts";
import type { ShareServer } from "./shareServer.ts";
import type { TagEvaluation } from "./tagEvaluation.ts";
import type { TagKeyShare } from "./tagKeySet.ts";

export type HttpShareServerOptions = {
  readonly fetch?: typeof fetch;
  /** Headers that sign the caller in at this address, for example `{ authorization: "Bearer ..." }`. */
  readonly headers?: (url: string) => Promise<Readonly<Record<string, string>>>;
};

const hex = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`))
    .transform((text) => text.toLowerCase() as Hex);

const answer = z.object({
  epoch: z.int(),
  index: z.int(),
  publicKey: hex(32),
  elements: z.array(hex(32)),
  proof: hex(64),
});

const problem = z.object({ code: z.string().max(80), detail: z.string().max(400) });

/** Gateways say by the code of their problem that they hold no such share. */
const withoutShare: readonly string[] = ["tag-server-unknown", "not-found"];

async function jsonOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}

async function refusalOf(response: Response, fail: Fail): Promise<never> {
  const told = problem.safeParse(await jsonOf(response));
  const reason = told.success ? told.data.detail : `HTTP ${response.status}.`;
  if (response.status >= 500) return fail("tag-server-offline", `is out of order: ${reason}`);
  const code = told.success ? told.data.code : "";
  if (withoutShare.includes(code)) {
    return fail("tag-server-unknown", `does not hold the pinned share: ${reason}`);
  }
  return fail("tag-server-refused", `refused: ${reason}`);
}

type Fail = (code: TagErrorCode, sentence: string, cause?: unknown) => never;

/**
 * A share server over HTTP: `POST /v1/tags/evaluate` at its pinned address. Only blinded elements are sent.
 *
 * @example
 * import { httpShareServer } from "@tallystick/sdk";
 *
 * const share = { index: 1, publicKey: "0x", url: "http://127.0.0.1:1" };
 * const server = httpShareServer(share, { fetch: () => Promise.reject(new Error("no network")) });
 * const asked = server.evaluate({ epoch: 1, elements: [] }, new AbortController().signal);
 * (await asked.catch((error) => error)).code // => "tag-server-offline"
 */
export function httpShareServer(
  { index, url }: TagKeyShare,
  options: HttpShareServerOptions = {},
): ShareServer {
  const { fetch: send = fetch, headers } = options;
  const fail: Fail = (code, sentence, cause) => {
    const details = { server: index, url };
    throw new TagError(code, `Share server ${index} (${url}) ${sentence}`, { details, cause });
  };
  return {
    index,
    async evaluate(request, signal): Promise<TagEvaluation> {
      const signedIn = (await headers?.(url)) ?? {};
      const response = await send(`${url.replace(/\/$/, "")}/v1/tags/evaluate`, {
        method: "POST",
        headers: { ...signedIn, "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ ...request, index }),
        redirect: "error",
        signal,
      }).catch((cause: unknown) => fail("tag-server-offline", "did not answer.", cause));
      if (!response.ok) return refusalOf(response, fail);
      const told = answer.safeParse(await jsonOf(response));
      return told.success
        ? told.data
        : fail("tag-answer-invalid", "answered something else than an evaluation.", told.error);
    },
  };
}
