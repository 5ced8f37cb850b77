import { hexlify, id, randomBytes, ZeroHash } from "ethers";
import type { ReceivableTerms } from "../../sdk/contracts/structs.ts";
import { civilDay } from "./civilDay.ts";
import { currencies } from "./currencies.ts";
import type { Ledger } from "./ledgerFixture.ts";

/**
 * Terms of a receivable between the fixture's obligor and first-tier supplier: one invoice of 1,000.00 CNY, delivered
 * today, due in 30 days. The invoice's tag is new each time.
 *
 * @param its what differs; `invoices` follows `amount` unless it is given
 */
export async function termsOf(
  { who }: Ledger,
  its: Partial<ReceivableTerms> = {},
): Promise<ReceivableTerms> {
  const today = await civilDay.today();
  const amount = BigInt(its.amount ?? 1_000_00n);
  const dueDay = BigInt(its.dueDay ?? today + 30n);
  return {
    obligor: who.obligor.id,
    creditor: who.tierOne.id,
    amount,
    currency: currencies.cny,
    deliveryDay: today,
    contractDueDay: dueDay,
    dueDay,
    documentRoot: id("trade documents"),
    defenceWaiver: true,
    noticeByLedger: true,
    longTermReason: ZeroHash,
    obligorInterestShare: 0n,
    epoch: 0n,
    invoices: [{ tag: hexlify(randomBytes(32)), exists: amount, amount }],
    earlier: [],
    fees: [],
    salt: ZeroHash,
    ...its,
  };
}
