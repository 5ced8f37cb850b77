import { Context, utils } from "@avalabs/avalanchejs";
import type { NetworkKeys } from "../../keys/networkKeys.ts";
import type { ProposedChange } from "../../platform/changeTransaction.ts";
import { platformAddress } from "../../platform/platformAddress.ts";
import { proposeChange } from "../../platform/proposeChange.ts";
import { sendTransaction } from "../../platform/sendTransaction.ts";
import { signTransaction } from "../../platform/signTransaction.ts";

/**
 * Proposes a change, has it signed by as many members' keys as must sign, and sends it: what members do one after the other
 * on their own machines, on one that has all keys. Answers the transaction's id.
 */
export async function changeByMembers(
  url: string,
  keys: NetworkKeys,
  change: ProposedChange,
): Promise<string> {
  const { hrp } = await Context.getContextFromURI(url);
  const format = (secret: string) => utils.format("P", hrp, platformAddress(secret));
  const signing = keys.memberSecrets.slice(0, keys.threshold);
  const owners = signing.map(format);
  let transaction = await proposeChange(url, change, { payer: format(keys.fundingSecret), owners });
  for (const secret of [keys.fundingSecret, ...signing]) {
    transaction = await signTransaction(transaction, secret);
  }
  return sendTransaction(url, transaction);
}
