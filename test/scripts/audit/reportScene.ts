import { id } from "ethers";
import type { ReportFacts } from "../../../scripts/tally/audit/report/reportFacts.ts";
import type { ReportSource } from "../../../scripts/tally/audit/report/reportSource.ts";
import type { Answer } from "../../gateway/helpers/client.ts";
import { financed } from "../../gateway/helpers/financing.ts";
import type { CastName } from "../../gateway/helpers/ledgerCast.ts";
import type { LedgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { attest } from "../../gateway/helpers/payments.ts";
import { pledges } from "../../gateway/helpers/pledges.ts";
import { projectedTables } from "../../gateway/helpers/projectedTables.ts";
import { store } from "../../gateway/helpers/store.ts";
import { issueTrade, type Trade, tradeTerms } from "../../gateway/helpers/trade.ts";

const DAY = 86_400;

function done(answer: Answer): Record<string, unknown> {
  if (answer.status < 300) return answer.body;
  throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Trades of 10,000.00 CNY by what became of them. */
export interface ReportScene {
  readonly withRecourse: Trade;
  readonly withoutRecourse: Trade;
  readonly passed: Trade;
  readonly pledged: Trade;
  readonly frozen: Trade;
  readonly retired: Trade;
  readonly paidLate: Trade;
  readonly unpaid: Trade;
  readonly shortLot: number;
}

async function newRules(stack: LedgerGateway): Promise<void> {
  const rules = {
    softTenorDays: 183,
    hardTenorDays: 365,
    smallCreditorDays: 60,
    graceDays: 3,
    lateBasisPointsPerDay: 5,
    maxTier: 10,
    warnTier: 3,
    maxSplits: 10_000,
    warnSplits: 1_000,
    minLotMinor: "1",
    effectiveFrom: await stack.instantIn(8 * DAY),
  };
  const { operation } = done(await stack.as("operator").post("/v1/rules", rules));
  await stack.pass(7 * DAY + 60);
  done(await stack.as("operator").post(`/v1/rules/${operation}/execution`, {}));
  await stack.pass(DAY);
}

async function pass(stack: LedgerGateway, { certificate }: Trade): Promise<void> {
  const transfer = async (from: CastName, to: CastName, of: unknown, valueMinor: string) => {
    const until = await stack.instantIn(30 * DAY);
    const path = `/v1/standing-acceptances/${stack.who[from].id}`;
    done(await stack.write(to, "PUT", path, { until, framework: id("framework") }));
    const body = { to: stack.who[to].id, valueMinor, tradeReference: id("order") };
    return done(await stack.as(from).post(`/v1/certificates/${of}/transfers`, body));
  };
  const second = await transfer("tierOne", "tierTwo", certificate, "400000");
  await transfer("tierTwo", "tierThree", second["certificate"], "150000");
}

/** The later lien was registered first. */
async function pledge(stack: LedgerGateway, { certificate: token }: Trade): Promise<void> {
  const lien = pledges(stack);
  await lien.active({ token });
  const securedParty = stack.who.financierB.id;
  const second = done(await lien.pledge({ token, securedParty, amount: "300000" }));
  const registration = { number: "ZD-2026-EARLY", registeredAt: await stack.instantIn(-3_600) };
  done(await lien.post("financierB", second["lien"], "acceptance", { registration }));
}

async function freeze(stack: LedgerGateway, { certificate }: Trade): Promise<void> {
  const body = { freeze: true, documentDigest: id("order") };
  const path = `/v1/certificates/${certificate}/freeze`;
  done(await stack.as("legal").post(`${path}-proposals`, body));
  done(await stack.as("secondLegal").post(`${path}-confirmations`, body));
}

async function retire(stack: LedgerGateway, { certificate }: Trade): Promise<void> {
  const bill = { billNumber: "2313100007", from: "0", to: "400000", valueMinor: "400000" };
  const asked = { certificate, ...bill };
  const { proposal } = done(await stack.as("obligor").post("/v1/retirements/proposals", asked));
  done(await stack.as("tierOne").post(`/v1/retirements/proposals/${proposal}/agreement`, {}));
}

async function refuse(stack: LedgerGateway): Promise<void> {
  const register = async () => {
    const terms = await tradeTerms(stack);
    return done(await stack.as("tierOne").post("/v1/receivables", terms))["receivable"];
  };
  const rejected = `/v1/receivables/${await register()}`;
  const acceptBy = await stack.instantIn(DAY);
  done(await stack.as("obligor").post(`${rejected}/confirmation`, { acceptBy }));
  done(await stack.as("tierOne").post(`${rejected}/rejection`, {}));
  done(await stack.as("obligor").post(`/v1/receivables/${await register()}/voiding`, {}));
}

async function payLate(
  stack: LedgerGateway,
  obligor: CastName,
  { receivable }: Trade,
  amountMinor: string,
): Promise<void> {
  const path = `/v1/receivables/${receivable}`;
  done(await stack.as("tierTwo").post(`${path}/overdue-marks`, {}));
  const expiresAt = await stack.instantIn(5 * DAY);
  const asked = { amountMinor, bank: stack.who.bank.id, expiresAt };
  const { instruction } = done(await stack.as(obligor).post(`${path}/settlements`, asked));
  done(await attest(stack, instruction));
  done(await stack.as("tierTwo").post(`${path}/settlement-batches`, {}));
}

async function govern(stack: LedgerGateway): Promise<void> {
  const path = `/v1/members/${stack.who.tierThree.id}/suspensions`;
  const suspended = { suspensions: ["sanctions"], reasonDigest: id("letter") };
  done(await stack.write("operator", "PUT", path, suspended));
  done(await stack.write("operator", "PUT", path, { ...suspended, suspensions: [] }));
  done(await stack.as("otherBank").post("/v1/accounts", {}));
  done(await stack.write("obligor", "PUT", "/v1/limits/CNY", { limitMinor: "50000000000" }));
}

async function shorten(stack: LedgerGateway): Promise<number> {
  const stock = store(stack);
  done(await stock.admission());
  const { lot } = await stock.issued("10000", "8000");
  done(await stock.count(lot, "5000"));
  return lot;
}

/** Plays it; the last block is eight days after most of it. */
export async function playReportScene(stack: LedgerGateway): Promise<ReportScene> {
  await newRules(stack);
  const scene = {
    withRecourse: await issueTrade(stack),
    withoutRecourse: await issueTrade(stack),
    passed: await issueTrade(stack),
    pledged: await issueTrade(stack),
    frozen: await issueTrade(stack),
    retired: await issueTrade(stack),
  };
  done(await financed(stack, scene.withRecourse.certificate));
  done(await financed(stack, scene.withoutRecourse.certificate, { recourse: false }));
  await pass(stack, scene.passed);
  await pledge(stack, scene.pledged);
  await freeze(stack, scene.frozen);
  await retire(stack, scene.retired);
  await refuse(stack);
  await govern(stack);
  const shortLot = await shorten(stack);
  const due = { dueDate: await stack.dayIn(1), contractDueDate: await stack.dayIn(1) };
  const paidLate = await issueTrade(stack, due);
  const unpaid = await issueTrade(stack, due, { obligor: "otherObligor" });
  await stack.pass(8 * DAY);
  await payLate(stack, "obligor", paidLate, "1000000");
  await payLate(stack, "otherObligor", unpaid, "400000");
  return { ...scene, paidLate, unpaid, shortLot };
}

/** The gateway's projected tables as a replay's end state. */
export async function reportSourceOf(stack: LedgerGateway): Promise<ReportSource> {
  const tables = await projectedTables(stack.database);
  return { rows: (table) => tables[table] ?? [] };
}

/** What a replay of the whole chain of the scene would have checked. */
export async function reportFactsOf(stack: LedgerGateway): Promise<ReportFacts> {
  const [first, last] = [await stack.provider.getBlock(0), await stack.provider.getBlock("latest")];
  if (first?.hash == null || last?.hash == null) throw new Error("the chain has no blocks");
  const names = Object.values(stack.who).map(({ id: member, name }) => [`${member}`, name]);
  const done = (checked: string, count: number) => ({
    id: checked,
    checked: count,
    failed: 0,
    note: null,
  });
  const invariants = Array.from({ length: 10 }, (_, index) => done(`I${index + 1}`, 100 + index));
  return {
    ledger: {
      chainId: `${stack.deployment.chainId}`,
      genesisHash: first.hash,
      contracts: Object.entries(stack.deployment.addresses).map(([name, address]) => {
        return { name, address };
      }),
      utcOffset: 28_800,
    },
    range: {
      from: 0,
      to: last.number,
      startsAt: "genesis",
      toHash: last.hash,
      fromTime: first.timestamp,
      toTime: last.timestamp,
      blocks: last.number + 1,
      transactions: last.number,
      events: (await stack.database.query("SELECT 1 FROM projected.event")).length,
    },
    engine: {
      name: "anvil",
      proof: "none",
      proves: "Nothing: this engine's blocks carry no signatures.",
      validators: [],
      changes: [],
    },
    checks: [done("header-chain", last.number + 1), done("receipts-root", last.number + 1)],
    invariants,
    seed: "5eed",
    findings: [],
    firstMismatch: null,
    digests: { digest: "ab".repeat(32), tables: [], against: null },
    names: Object.fromEntries(names),
  };
}
