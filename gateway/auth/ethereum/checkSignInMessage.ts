import { SiweMessage } from "@signinwithethereum/siwe";
import { ProblemError } from "../../errors/problemError.ts";

/** What a message must be signed for. */
export interface SignInPlace {
  /** Where people reach this gateway, without a path. */
  readonly publicUrl: string;
  readonly chainId: number;
}

const CLOCK_TOLERANCE_MS = 60_000;

function parsed(text: string): SiweMessage {
  try {
    return new SiweMessage(text);
  } catch {
    throw new ProblemError("not-signed-in", "This is no message of EIP-4361.");
  }
}

function isOver(time: string | undefined, now: number): boolean {
  return time !== undefined && Date.parse(time) <= now;
}

function isAhead(time: string | undefined, now: number): boolean {
  return time !== undefined && Date.parse(time) > now + CLOCK_TOLERANCE_MS;
}

/**
 * Reads a Sign-In with Ethereum message and refuses one that was not meant for this gateway and ledger, at this time:
 * what a wallet signed for another site opens nothing here. Nonce and signature are checked by the caller.
 */
export function checkSignInMessage(
  text: string,
  { publicUrl, chainId }: SignInPlace,
  now: number = Date.now(),
): SiweMessage {
  const message = parsed(text);
  const here = new URL(publicUrl);
  const problems = [
    [message.domain !== here.host, `It is for ${message.domain}, and this is ${here.host}.`],
    [
      message.scheme !== undefined && `${message.scheme}:` !== here.protocol,
      `It is for ${message.scheme}.`,
    ],
    [
      !URL.canParse(message.uri) || new URL(message.uri).origin !== here.origin,
      `It is about another address than ${here.origin}.`,
    ],
    [message.chainId !== chainId, `It is for chain ${message.chainId}; the ledger is ${chainId}.`],
    [isOver(message.expirationTime, now), "It has expired."],
    [isAhead(message.notBefore, now) || isAhead(message.issuedAt, now), "It is from the future."],
  ] as const;
  const wrong = problems.find(([isWrong]) => isWrong);
  if (wrong !== undefined) throw new ProblemError("not-signed-in", wrong[1]);
  return message;
}
