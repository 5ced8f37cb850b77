import { id, Wallet } from "ethers";
import type { LedgerGateway } from "./ledgerGateway.ts";

const free = { gasPrice: 0n, type: 0 };
/** Role of the contracts that hold receipts. */
const PLEDGER = 9n;
const NOTICE = 8 * 86_400;

/** An account that may hold receipts as ledger contracts do; governance grants it with all the notice it must give. */
export async function grantPledger(stack: LedgerGateway): Promise<Wallet> {
  const { contracts, who, provider } = stack;
  const pledger = new Wallet(id("a contract that holds receipts"), provider);
  const authority = contracts.authority.connect(who.operator.wallet);
  const target = await authority.getAddress();
  const call = authority.interface.encodeFunctionData("grantRole", [PLEDGER, pledger.address, 0]);
  await (await authority.schedule(target, call, 0, free)).wait();
  await stack.pass(NOTICE);
  await (await authority.execute(target, call, free)).wait();
  // A grant takes effect after another notice.
  await stack.pass(NOTICE);
  return pledger;
}
