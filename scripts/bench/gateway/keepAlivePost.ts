import { type Agent, request } from "node:http";

/** How a request was answered. */
export interface Posted {
  readonly status: number;
  readonly text: string;
}

/** Posts JSON over a connection that stays open; rejects when there is no answer. */
export function keepAlivePost(
  url: string,
  agent: Agent,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const sent = { "content-type": "application/json", ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers: sent }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", reject);
    });
    asked.on("error", reject).end(body);
  });
}
