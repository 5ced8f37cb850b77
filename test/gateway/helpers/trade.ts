import { id } from "ethers";
import type { Answer } from "./client.ts";
import type { CastName } from "./ledgerCast.ts";
import type { LedgerGateway } from "./ledgerGateway.ts";

/** What a trade may change of the usual one. */
export type TradeChanges = Readonly<Record<string, unknown>>;

let counter = 0;

/** Terms of a trade as requests state them: 10,000.00 CNY, delivered five days ago, due in forty. */
export async function tradeTerms(stack: LedgerGateway, changes: TradeChanges = {}) {
  counter += 1;
  const amountMinor = String(changes["amountMinor"] ?? "1000000");
  return {
    obligor: stack.who.obligor.id,
    creditor: stack.who.tierOne.id,
    amountMinor,
    currency: "CNY",
    deliveryDate: await stack.dayIn(-5),
    contractDueDate: await stack.dayIn(50),
    dueDate: await stack.dayIn(40),
    documentRoot: id("trade documents"),
    defenceWaiver: true,
    noticeByLedger: true,
    obligorInterestShareBasisPoints: 5_000,
    invoices: [{ number: `INV ${counter}`, faceMinor: amountMinor, usedMinor: amountMinor }],
    ...changes,
  };
}

/** Answers of a trade's steps. */
export interface Trade {
  readonly receivable: number;
  /** Root certificate. */
  readonly certificate: string;
  readonly terms: Awaited<ReturnType<typeof tradeTerms>>;
}

function expectDone(answer: Answer): Record<string, unknown> {
  if (answer.status < 300) return answer.body;
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Registers, confirms and accepts a receivable over HTTP. */
export async function issueTrade(
  stack: LedgerGateway,
  changes: TradeChanges = {},
  parties: { readonly obligor?: CastName; readonly creditor?: CastName } = {},
): Promise<Trade> {
  const { obligor = "obligor", creditor = "tierOne" } = parties;
  const named = { obligor: stack.who[obligor].id, creditor: stack.who[creditor].id };
  const terms = await tradeTerms(stack, { ...named, ...changes });
  const registered = expectDone(await stack.as(creditor).post("/v1/receivables", terms));
  const receivable = Number(registered["receivable"]);
  const path = `/v1/receivables/${receivable}`;
  const acceptBy = await stack.instantIn(86_400);
  expectDone(await stack.as(obligor).post(`${path}/confirmation`, { acceptBy }));
  const accepted = expectDone(await stack.as(creditor).post(`${path}/acceptance`, {}));
  return { receivable, certificate: String(accepted["certificate"]), terms };
}
