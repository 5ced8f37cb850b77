import type { Deployment } from "../../sdk/contracts/deployment.ts";
import type { signedTypes } from "../../sdk/signing/signedTypes.ts";
import { blockTime } from "./blockTime.ts";
import { day } from "./days.ts";
import type { Party } from "./ledgerFixture.ts";
import { sign } from "./sign.ts";

/** `IReceivables.Signature`: a party's signature beside the account that made it. */
export type PartySignature = {
  readonly account: string;
  readonly deadline: bigint;
  readonly epoch: bigint;
  readonly signature: string;
};

/** A party's signature over `terms`, good for a day and for the party's first epoch unless told otherwise. */
export async function signatureOf(
  deployment: Deployment,
  kind: keyof typeof signedTypes,
  { account }: Party,
  terms: Readonly<Record<string, unknown>>,
  { deadline, epoch = 1n }: { readonly deadline?: bigint; readonly epoch?: bigint } = {},
): Promise<PartySignature> {
  const until = deadline ?? (await blockTime()) + day;
  const message = { ...terms, deadline: until, epoch };
  const signature = await sign(deployment, kind, account, message);
  return { account: account.address, deadline: until, epoch, signature };
}
