import type { ContractTransactionResponse } from "ethers";
import { admissionOf } from "./admissionOf.ts";
import { chain } from "./chain.ts";
import { ledgerFixture } from "./ledgerFixture.ts";
import { ref } from "./ref.ts";
import { roles } from "./roles.ts";

/** A ledger with one more supplier, whose only account is a smart account that its key `owner` moves. */
export async function smartAccountFixture() {
  const ledger = await ledgerFixture();
  const { members, who, deployer: owner } = ledger;
  const smart = await chain.ethers.deployContract("SmartAccount", [owner.address]);
  const admission = admissionOf("smart", await smart.getAddress(), roles.supplier);
  await members.connect(who.operator.account).admit(admission, ref);
  const member = await members.memberCount();

  /** Has the smart account call a function of `Members`. */
  async function asSmart(
    name: "addAccount" | "setSettlementAccount" | "setGuardian",
    values: readonly [string | bigint, string],
  ): Promise<ContractTransactionResponse> {
    const data = members.interface.encodeFunctionData(name as "addAccount", [
      values[0] as string,
      values[1],
    ]);
    const execute = smart.getFunction("execute");
    return (await execute(await members.getAddress(), data)) as ContractTransactionResponse;
  }
  return { ...ledger, smart, owner, member, asSmart };
}
