import { callApi } from "../api/callApi.ts";

/** A wallet as browsers offer it (EIP-1193). */
interface Provider {
  request(asked: {
    readonly method: string;
    readonly params?: readonly unknown[];
  }): Promise<unknown>;
}

interface SignInPlace {
  readonly nonce: string;
  readonly domain: string;
  readonly uri: string;
  readonly chainId: number;
}

function provider(): Provider | undefined {
  return (globalThis as { readonly ethereum?: Provider }).ethereum;
}

function hexOf(text: string): string {
  const bytes = [...new TextEncoder().encode(text)];
  return `0x${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** EIP-4361, as a wallet shows it. */
function messageOf(place: SignInPlace, account: string, statement: string): string {
  return [
    `${place.domain} wants you to sign in with your Ethereum account:`,
    account,
    "",
    statement,
    "",
    `URI: ${place.uri}`,
    "Version: 1",
    `Chain ID: ${place.chainId}`,
    `Nonce: ${place.nonce}`,
    `Issued At: ${new Date().toISOString()}`,
  ].join("\n");
}

/** The browser's wallet, when it has one. */
export const wallet = {
  isThere: (): boolean => provider() !== undefined,

  /** Has the wallet sign who one is, and opens a session with it. False when the person declined. */
  async signIn(statement: string): Promise<boolean> {
    const own = provider();
    if (own === undefined) return false;
    const signed = await (async () => {
      const accounts = await own.request({ method: "eth_requestAccounts" });
      const [account] = accounts as readonly string[];
      if (account === undefined) return undefined;
      const place = await callApi.read<SignInPlace>("/v1/sign-in/nonce");
      const message = messageOf(place, account, statement);
      const params = [hexOf(message), account];
      const signature = await own.request({ method: "personal_sign", params });
      return { message, signature };
    })().catch((error: unknown) => {
      // 4001: the person said no.
      if ((error as { readonly code?: unknown }).code === 4001) return undefined;
      throw error;
    });
    if (signed === undefined) return false;
    await callApi.write("POST", "/v1/sign-in/ethereum", signed, crypto.randomUUID());
    return true;
  },
} as const;
