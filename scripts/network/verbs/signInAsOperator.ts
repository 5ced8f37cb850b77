import { Wallet } from "ethers";
import { z } from "zod";

const begun = z.object({
  nonce: z.string(),
  domain: z.string(),
  uri: z.string(),
  chainId: z.int(),
});
const session = z.object({ token: z.string() });

async function json(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`${response.url} answered ${response.status}.`);
}

/** Signs in at a gateway with the operator's key (EIP-4361); answers the session's token. */
export async function signInAsOperator(
  url: string,
  operatorKey: string,
  signal: AbortSignal,
): Promise<string> {
  const wallet = new Wallet(operatorKey);
  const asked = await fetch(`${url}/v1/sign-in/nonce`, { signal });
  const { nonce, domain, uri, chainId } = begun.parse(await json(asked));
  const message = [
    `${domain} wants you to sign in with your Ethereum account:`,
    wallet.address,
    "",
    "",
    `URI: ${uri}`,
    "Version: 1",
    `Chain ID: ${chainId}`,
    `Nonce: ${nonce}`,
    `Issued At: ${new Date().toISOString()}`,
  ].join("\n");
  const answer = await fetch(`${url}/v1/sign-in/ethereum`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ message, signature: await wallet.signMessage(message) }),
    signal,
  });
  return session.parse(await json(answer)).token;
}
