import { id, Wallet } from "ethers";
import { admissionOf } from "../../../test/helpers/admissionOf.ts";
import { chain } from "../../../test/helpers/chain.ts";
import type { Ledger, Party } from "../../../test/helpers/ledgerFixture.ts";
import { ref } from "../../../test/helpers/ref.ts";
import { roles } from "../../../test/helpers/roles.ts";

const forEver = (1n << 40n) - 1n;

/** Admits `count` suppliers that each accept whatever `sender` passes; answers their member ids. */
export async function crowd(ledger: Ledger, sender: Party, count: number): Promise<bigint[]> {
  const members = ledger.members.connect(ledger.who.operator.account);
  const ids: bigint[] = [];
  for (let index = 0; index < count; index += 1) {
    const name = `holder ${index + 1} of member ${sender.id}`;
    // Gas costs nothing here, so accounts need no coin.
    const account = new Wallet(id(name), chain.ethers.provider);
    await (await members.admit(admissionOf(name, account.address, roles.supplier), ref)).wait();
    ids.push(await members.idOf(account.address));
    const recipient = ledger.creditCertificates.connect(account);
    const free = { gasPrice: 0n };
    const sent = recipient.setStandingAcceptance(sender.id, forEver, id("framework"), ref, free);
    await (await sent).wait();
  }
  return ids;
}
