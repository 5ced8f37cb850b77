import { type Client, client } from "./client.ts";

/** A client that is signed in as a member of the demonstration. */
export async function signIn(url: string, member: string): Promise<Client> {
  const { status, body } = await client(url).send("POST", "/v1/sessions", { body: { member } });
  if (status !== 201) throw new Error(`sign-in answered ${status}: ${JSON.stringify(body)}`);
  return client(url, String(body["token"]));
}
