import { admissionOf } from "./admissionOf.ts";
import { chain } from "./chain.ts";
import { circulationFixture } from "./circulationFixture.ts";
import type { Party } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";
import { roles } from "./roles.ts";

const forEver = (1n << 40n) - 1n;

/** A certificate, and a supplier whose only account is a contract that answers when it receives value. */
export async function receiverFixture() {
  const setting = await circulationFixture();
  const { certificates, members, who, deployer: owner, trade } = setting;
  const receiver = await chain.ethers.deployContract("ValueReceiver", [owner.address]);
  const address = await receiver.getAddress();
  const admission = admissionOf("receiver", address, roles.supplier);
  await members.connect(who.operator.account).admit(admission, ref);
  const member = await members.memberCount();
  const at = await certificates.getAddress();
  const call = (name: string, values: readonly unknown[]): string =>
    certificates.interface.encodeFunctionData(name as "split", values as [bigint, bigint, string]);
  /** Has the receiver call the certificates, by its owner. */
  const asReceiver = (name: string, values: readonly unknown[]) =>
    receiver.getFunction("execute")(at, call(name, values));
  await asReceiver("setStandingAcceptance", [who.tierOne.id, forEver, trade, ref]);
  return {
    ...setting,
    receiver,
    address,
    member,
    at,
    call,
    asReceiver,
    forEver,
    /** ERC-3525: value of a token to an account, into a new token. */
    sendTo: (party: Party, token: bigint, to: string, value: bigint) =>
      certificates
        .connect(party.account)
        ["transferFrom(uint256,address,uint256)"](token, to, value),
  };
}
