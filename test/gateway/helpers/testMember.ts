import { Wallet } from "ethers";
import type { DirectoryMember } from "../../../gateway/auth/memberDirectory.ts";

const offices = new Map<number, "operator" | "auditor">([
  [8, "operator"],
  [9, "auditor"],
]);

/** The members of the test's ledger. Keys are made from the number, so that every run has the same accounts. */
export function testMember(
  memberId: number,
  name: string,
): DirectoryMember & { readonly key: string } {
  const key = `0x${memberId.toString(16).padStart(64, "7")}`;
  const account = new Wallet(key).address;
  return {
    memberId,
    name,
    key,
    account,
    accounts: [account],
    roles: [offices.get(memberId) ?? "supplier"],
  };
}
