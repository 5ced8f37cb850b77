import { id } from "ethers";
import type { Ledger, Party } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";

const forEver = (1n << 40n) - 1n;

/** Passes value of a certificate under a standing acceptance, which `to` gives first; answers the child's token id. */
export async function passTo(
  { creditCertificates }: Ledger,
  certificate: bigint,
  from: Party,
  to: Party,
  value: bigint,
): Promise<bigint> {
  const recipient = creditCertificates.connect(to.account);
  await recipient.setStandingAcceptance(from.id, forEver, id("framework contract"), ref);
  const sender = creditCertificates.connect(from.account);
  const trade = id("trade reference");
  const child = await sender.transfer.staticCall(certificate, to.id, value, trade, ref);
  await (await sender.transfer(certificate, to.id, value, trade, ref)).wait();
  return child;
}
