import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { chain } from "./chain.ts";
import { earlyPaymentTypes } from "./earlyPaymentTypes.ts";
import { liensFixture } from "./liensFixture.ts";
import { ref } from "./ref.ts";

type Party = { readonly id: bigint; readonly account: HardhatEthersSigner };

/** A lien of 400,000 fen over the root of 10,000.00 CNY, of which 300,000 are to be paid early at 290,000. */
export async function pledgedPaymentFixture() {
  const setting = await liensFixture();
  const { earlyPayments, settlement, members, who, root, inDays } = setting;
  const lien = await setting.encumber(400_000n);
  const { chainId } = await chain.ethers.provider.getNetwork();
  const verifyingContract = await earlyPayments.getAddress();
  const domain = { name: "Tallystick", version: "1", chainId, verifyingContract };
  type Changes = {
    readonly terms?: object;
    readonly lien?: bigint;
    readonly securedParty?: bigint;
    readonly securedPartyNonce?: bigint;
  };
  let nonce = 100n;
  const paymentOf = async ({ terms, ...changes }: Changes = {}) => {
    nonce += 1n;
    return {
      terms: {
        token: root,
        obligor: who.obligor.id,
        holder: who.tierOne.id,
        face: 300_000n,
        paid: 290_000n,
        bank: who.bank.id,
        expiresAt: await inDays(2),
        obligorNonce: nonce,
        holderNonce: nonce,
        ...terms,
      },
      lien,
      securedParty: who.financierA.id,
      securedPartyNonce: nonce,
      ...changes,
    };
  };
  type Payment = Awaited<ReturnType<typeof paymentOf>>;
  const sign = async ({ terms, ...payment }: Payment, party: Party) => {
    const deadline = await inDays(1);
    const epoch = await members.epochOf(party.id);
    const message = { ...terms, ...payment, deadline, epoch };
    const signature = await party.account.signTypedData(domain, earlyPaymentTypes.pledged, message);
    return { account: party.account.address, deadline, epoch, signature };
  };
  /** Sends what the given parties signed; anybody may. */
  const send = async (
    payment: Payment,
    signers: readonly [Party, Party, Party] = [who.obligor, who.tierOne, who.financierA],
  ) => {
    const [obligor, holder, securedParty] = [
      await sign(payment, signers[0]),
      await sign(payment, signers[1]),
      await sign(payment, signers[2]),
    ];
    return await earlyPayments.agreePledged(payment, obligor, holder, securedParty, ref);
  };
  /** All three agree; answers the instruction. */
  const agreePledged = async (changes: Changes = {}): Promise<bigint> => {
    await send(await paymentOf(changes));
    return await settlement.instructionCount();
  };
  return { ...setting, lien, paymentOf, sign, send, agreePledged };
}
