import { type Client, client } from "./client.ts";

/** A client that is signed in as a person of a member of the demonstration; the same person unless one is named. */
export async function signIn(url: string, member: string, person?: string): Promise<Client> {
  const asked = person === undefined ? { member } : { member, person };
  const { status, body } = await client(url).send("POST", "/v1/sessions", { body: asked });
  if (status !== 201) throw new Error(`sign-in answered ${status}: ${JSON.stringify(body)}`);
  return client(url, String(body["token"]));
}
