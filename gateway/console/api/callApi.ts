import { ApiProblem, type ProblemBody } from "./ApiProblem.ts";

export type WriteMethod = "POST" | "PUT" | "DELETE";

async function answerOf<Body>(response: Response): Promise<Body> {
  const text = await response.text();
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return body as Body;
  const problem = (body ?? { title: response.statusText, status: response.status }) as ProblemBody;
  throw new ApiProblem(problem);
}

/** The gateway's HTTP interface. A write gets a key of its own, so that a repeated send has one effect. */
export const callApi = {
  async read<Body>(path: string): Promise<Body> {
    const response = await fetch(path, { headers: { accept: "application/json" } });
    return answerOf<Body>(response);
  },

  async write<Body>(method: WriteMethod, path: string, body: unknown, key: string): Promise<Body> {
    const response = await fetch(path, {
      method,
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body ?? {}),
    });
    return answerOf<Body>(response);
  },
} as const;
