import { type Answer, type Client, client } from "../../gateway/helpers/client.ts";
import { signIn } from "../../gateway/helpers/signIn.ts";

/** A member's client that goes to the other gateway when its own one doesn't answer; keys stay the same. */
export async function eitherGateway(urls: readonly string[], member: string): Promise<Client> {
  const [first = ""] = urls;
  const { body } = await client(first).send("POST", "/v1/sessions", { body: { member } });
  const token = body["token"];
  // Sessions are in the database that both gateways share.
  const clients =
    typeof token === "string"
      ? urls.map((url) => client(url, token))
      : await Promise.all(urls.map((url) => signIn(url, member)));
  let turn = 0;
  const ask = async (how: (one: Client) => Promise<Answer>): Promise<Answer> => {
    try {
      return await how(clients[turn % clients.length] ?? client(first));
    } catch (error) {
      turn += 1;
      throw error;
    }
  };
  return {
    get: (path, headers) => ask((one) => one.get(path, headers)),
    send: (method, path, asked) => ask((one) => one.send(method, path, asked)),
    post: (path, body, key) => ask((one) => one.post(path, body, key)),
  };
}
