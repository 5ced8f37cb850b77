import { ApiProblem, type ProblemBody } from "./ApiProblem.ts";

export type WriteMethod = "POST" | "PUT" | "PATCH" | "DELETE";

async function answerOf<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return body as Body;
  const problem = (body ?? { title: response.statusText, status: response.status }) as ProblemBody;
  throw new ApiProblem(problem);
}

/** A key or token that somebody signed in with: in this page's memory alone, so that no other page finds it. */
let bearer: string | undefined;

function ownHeaders(): Record<string, string> {
  return bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
}

/** The gateway's HTTP interface. A write gets a key of its own, so that a repeated send has one effect. */
export const callApi = {
  /** From now on requests carry this key or token; without one, the browser's session counts. */
  carry(token: string | undefined): void {
    bearer = token;
  },

  async read<Body>(path: string): Promise<Body> {
    const response = await fetch(path, {
      headers: { accept: "application/json", ...ownHeaders() },
    });
    return answerOf<Body>(response);
  },

  /** Whether a link of the browser's own would lack the key: it must be fetched then. */
  carriesOwn: (): boolean => bearer !== undefined,

  /** Fetches a file as links do, with the key, and hands it to the browser to keep. */
  async save(path: string, name?: string): Promise<void> {
    const response = await fetch(path, { headers: ownHeaders() });
    if (!response.ok) return answerOf<void>(response);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = name ?? `${path.split("?")[0]?.split("/").at(-1) ?? "export"}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  },

  async write<Body>(method: WriteMethod, path: string, body: unknown, key: string): Promise<Body> {
    const response = await fetch(path, {
      method,
      headers: { "content-type": "application/json", "idempotency-key": key, ...ownHeaders() },
      body: JSON.stringify(body ?? {}),
    });
    return answerOf<Body>(response);
  },
} as const;
