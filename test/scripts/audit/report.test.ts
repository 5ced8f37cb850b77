import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { chromium } from "playwright-core";
import { type AuditReport, auditReport } from "../../../scripts/tally/audit/report/auditReport.ts";
import { renderReport } from "../../../scripts/tally/audit/report/renderReport.ts";
import { reportedRow } from "../../../scripts/tally/audit/report/reportedRow.ts";
import type { ReportFacts } from "../../../scripts/tally/audit/report/reportFacts.ts";
import { reportOf } from "../../../scripts/tally/audit/report/reportOf.ts";
import type { ReportRow, ReportSource } from "../../../scripts/tally/audit/report/reportSource.ts";
import { writeReport } from "../../../scripts/tally/audit/report/writeReport.ts";
import { type LedgerGateway, ledgerGateway } from "../../gateway/helpers/ledgerGateway.ts";
import { findChromium } from "../../helpers/findChromium.ts";
import { replayedSource } from "./replayedSource.ts";
import { playReportScene, type ReportScene, reportFactsOf, reportSourceOf } from "./reportScene.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

function tally(...args: readonly string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const command = ["--import", "tsx", "scripts/tally.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

describe("The audit report", function () {
  this.timeout(180_000);
  let stack: LedgerGateway;
  let scene: ReportScene;
  let source: ReportSource;
  let facts: ReportFacts;
  let report: AuditReport;
  before(async () => {
    stack = await ledgerGateway();
    scene = await playReportScene(stack);
    source = await reportSourceOf(stack);
    facts = await reportFactsOf(stack);
    report = reportOf(source, facts);
  });
  after(() => stack.close());

  const idOf = (member: keyof LedgerGateway["who"]): number => stack.who[member].id;

  /** The source with some rows of one table otherwise. */
  const altered = (
    table: string,
    change: (row: ReportRow) => ReportRow | undefined,
  ): ReportSource => ({
    rows(name) {
      if (name !== table) return source.rows(name);
      return [...source.rows(name)].map(change).filter((row) => row !== undefined);
    },
  });

  describe("says of value", () => {
    it("what was issued and what became of it, by currency and by obligor", () => {
      expect(report.totals).to.deep.equal([
        {
          currency: "CNY",
          receivables: 8,
          issuedMinor: "8000000",
          liveMinor: "6200000",
          settledMinor: "1400000",
          retiredMinor: "400000",
          waitingMinor: "0",
        },
      ]);
      const [first, second] = report.obligors;
      expect(first).to.deep.include({
        obligor: idOf("obligor"),
        issuedMinor: "7000000",
        liveMinor: "5600000",
        pastDueMinor: "0",
        limitMinor: "50000000000",
      });
      expect(second).to.deep.include({
        obligor: idOf("otherObligor"),
        liveMinor: "600000",
        pastDueMinor: "600000",
        overdueMinor: "600000",
      });
    });

    it("by when it is due: the due day itself is not late", () => {
      const agedOf = (index: number) =>
        Object.fromEntries(
          (report.obligors[index]?.ageing ?? [])
            .filter(({ amountMinor }) => amountMinor !== "0")
            .map(({ bucket, amountMinor }) => [bucket, amountMinor]),
        );
      expect(agedOf(0)).to.deep.equal({ "due-31-90": "5600000" });
      expect(agedOf(1)).to.deep.equal({ "late-1-30": "600000" });
    });

    it("that each receivable conserves it, and which does not", () => {
      expect(report.conservation).to.deep.include({ checked: 10, broken: 0 });
      const retired = report.conservation.receivables.find(
        ({ receivable }) => receivable === scene.retired.receivable,
      );
      expect(retired).to.deep.include({
        amountMinor: "1000000",
        liveMinor: "600000",
        retiredMinor: "400000",
        certificatesMinor: "600000",
        holds: true,
      });
      const stolen = altered("certificate", (row) =>
        String(row["certificate_id"]) === scene.passed.certificate
          ? { ...row, value_minor: 599_999n }
          : row,
      );
      const broken = reportOf(stolen, facts);
      expect(broken.verdict).to.equal("findings");
      expect(broken.conservation.broken).to.equal(1);
      expect(broken.attention[0]).to.deep.include({
        code: "value-not-conserved",
        subject: `receivable ${scene.passed.receivable}`,
      });
    });

    it("how far it travelled and who holds it", () => {
      const { tiers, holders } = report.outstanding;
      expect(tiers.map(({ tier, amountMinor }) => [tier, amountMinor])).to.deep.equal([
        [1, "5800000"],
        [2, "250000"],
        [3, "150000"],
      ]);
      const held = (member: keyof LedgerGateway["who"]) =>
        holders.find(({ holder }) => holder === idOf(member));
      expect(held("tierOne")).to.deep.include({
        amountMinor: "3800000",
        pledgedMinor: "700000",
        frozenMinor: "1000000",
      });
      expect(held("financierA")).to.deep.include({
        amountMinor: "2000000",
        financedMinor: "2000000",
      });
      expect(held("financierB")).to.equal(undefined);
    });
  });

  describe("says of rights", () => {
    it("what was financed with and without recourse, and what speaks against derecognition", () => {
      const figures = report.financing.totals.map((its) => [
        its.recourse,
        its.principalMinor,
        its.outstandingMinor,
        its.claimMinor,
      ]);
      expect(figures).to.deep.equal([
        [false, "970000", "1000000", "0"],
        [true, "970000", "1000000", "1000000"],
      ]);
      const [withRecourse, without] = report.financing.financings;
      expect(withRecourse?.against).to.deep.equal(["recourse"]);
      expect(without?.against).to.deep.equal([]);
      expect(without?.evidence).to.deep.include({ paidMinor: "970000", boughtBack: false });
      expect(without?.evidence.bankReference).to.match(/^0x[0-9a-f]{64}$/);
      expect(without?.evidence.transferredAt).to.match(/^\d{4}-.*Z$/);
    });

    it("that the lien which was registered first ranks before the one that the ledger took first", () => {
      const [position] = report.liens.positions;
      expect(position).to.deep.include({ token: scene.pledged.certificate, differs: true });
      const order = position?.interests.map((its) => [its.party, its.rank, its.chainOrder]);
      expect(order).to.deep.equal([
        [idOf("financierB"), 1, 2],
        [idOf("financierA"), 2, 1],
      ]);
      expect(position?.interests[0]?.articles).to.include("Civil Code 768");
    });

    it("goods by the law of goods, and no rank of what no law here knows", () => {
      const goods = altered("lien", (row) => ({ ...row, asset: "receipt", unit: "KGM" }));
      const [position] = reportOf(goods, facts).liens.positions;
      expect(position).to.deep.include({ asset: "receipt", unit: "KGM" });
      expect(position?.interests[0]).to.deep.include({ basis: "publicity", rank: 1 });
      expect(renderReport(reportOf(goods, facts))).to.contain("400,000 KGM");
      const foreign = altered("lien", (row) => ({ ...row, asset: `0x${"12".repeat(20)}` }));
      const { positions, others } = reportOf(foreign, facts).liens;
      expect(positions).to.deep.equal([]);
      expect(others).to.have.length(2);
    });

    it("what speaks against a financing that was bought back, or that the registry doesn't know", () => {
      const back = altered("financing", (row) => ({
        ...row,
        state: "bought-back",
        registered_at: null,
      }));
      const [first] = reportOf(back, facts).financing.financings;
      expect(first?.against).to.deep.equal(["recourse", "not-registered", "bought-back"]);
    });

    it("what is used up, which bill took its place, and what never became certificates", () => {
      const { uses, retirements, ended, shared } = report.duplicates;
      expect(uses.map(({ use, things }) => [use, things])).to.deep.equal([
        ["full", 8],
        ["none", 1],
      ]);
      expect(shared).to.deep.equal([]);
      expect(retirements).to.have.length(1);
      expect(retirements[0]).to.deep.include({ valueMinor: "400000", from: "0", to: "400000" });
      expect(ended.map(({ state }) => state)).to.deep.equal(["rejected", "voided"]);
    });

    it("that a tag used above what exists is a matter for attention", () => {
      let first = true;
      const lowered = altered("tally", (row) => {
        const its = first ? { ...row, exists_amount: 1n } : row;
        first = false;
        return its;
      });
      const { duplicates, attention } = reportOf(lowered, facts);
      expect(duplicates.shared).to.have.length(1);
      expect(attention.map(({ code }) => code)).to.include("used-more-than-exists");
    });

    it("freezes, with who proposed and who confirmed", () => {
      expect(report.freezes).to.have.length(1);
      expect(report.freezes[0]).to.deep.include({
        certificate: scene.frozen.certificate,
        freezes: true,
        proposedBy: idOf("legal"),
        confirmedBy: idOf("secondLegal"),
      });
    });

    it("receivables that reached the warning level of their own rules", () => {
      expect(report.circulation.beyond).to.have.length(1);
      expect(report.circulation.beyond[0]).to.deep.include({
        receivable: scene.passed.receivable,
        tier: 3,
        warnTier: 3,
      });
      expect(report.circulation.warnings).to.have.length(1);
    });
  });

  describe("says of payments", () => {
    it("that each bank's payment went to the last unit where it should", () => {
      const { settlements, totals } = report.payments;
      expect(
        settlements.map((its) => [its.receivable, its.paidMinor, its.differenceMinor]),
      ).to.deep.equal([
        [scene.paidLate.receivable, "1000000", "0"],
        [scene.unpaid.receivable, "400000", "0"],
      ]);
      expect(totals).to.deep.include({
        bank: idOf("bank"),
        currency: "CNY",
        kind: "settlement",
        state: "paid",
        instructions: 2,
        amountMinor: "1400000",
      });
      const short = altered("settlement_leg", (row) =>
        BigInt(String(row["to_payee_minor"])) === 400_000n
          ? { ...row, to_payee_minor: 399_999n }
          : row,
      );
      const [matter] = reportOf(short, facts).attention.filter(
        ({ code }) => code === "payment-not-tied-out",
      );
      expect(matter?.values).to.deep.equal({ difference: "0.01 CNY" });
    });

    it("what was paid late with its interest, and what is unpaid since when", () => {
      const [paid] = report.late.paid;
      // 7 days at 5 basis points a day of 10,000.00.
      expect(paid).to.deep.include({
        receivable: scene.paidLate.receivable,
        daysLate: 7,
        paidMinor: "1000000",
        lateInterestMinor: "3500",
      });
      expect(report.late.unpaid).to.have.length(1);
      expect(report.late.unpaid[0]).to.deep.include({
        receivable: scene.unpaid.receivable,
        unpaidMinor: "600000",
      });
      const [ended, open] = report.late.marks;
      expect(ended?.until).to.be.a("string");
      expect(open).to.deep.include({ receivable: scene.unpaid.receivable, until: null });
      expect(report.late.interestOwedMinor).to.deep.equal([
        { currency: "CNY", amountMinor: "4900" },
      ]);
    });
  });

  describe("says of governance", () => {
    it("which parameters changed, and from when each version is in force", () => {
      const [first, second] = report.parameters.versions;
      expect(first).to.deep.include({ version: 1, inForce: false, changes: [] });
      expect(second).to.deep.include({ version: 2, inForce: true });
      expect(second?.changes).to.deep.equal([
        { name: "graceDays", from: "5", to: "3" },
        { name: "warnTier", from: "6", to: "3" },
      ]);
      expect(report.parameters.operations[0]).to.deep.include({
        target: "rules",
        state: "executed",
      });
      expect(report.parameters.limits.at(-1)).to.deep.include({
        kind: "limit",
        fromMinor: "100000000000",
        toMinor: "50000000000",
      });
    });

    it("who held which role, grant and account, and who was suspended from when until when", () => {
      const { roles, grants, accounts, suspensions } = report.authority;
      expect(roles).to.have.length(Object.keys(stack.who).length);
      const governor = grants.find(({ label, until }) => label === "GOVERNOR" && until === null);
      expect(governor).to.deep.include({ holder: "member 1", delay: 604_800 });
      const own = accounts.filter(({ member }) => member === idOf("otherBank"));
      expect(own.map(({ by }) => by === null)).to.deep.equal([true, false]);
      const sanctions = suspensions.find(({ reason }) => reason === "sanctions");
      expect(sanctions).to.include({ member: idOf("tierThree") });
      expect(sanctions?.until).to.be.a("string");
      const overdue = suspensions.filter(({ reason }) => reason === "overdue");
      expect(overdue.map(({ until }) => until === null)).to.deep.equal([false, true]);
    });

    it("what an auditor should ask about", () => {
      expect(report.attention.map(({ code, subject }) => [code, subject])).to.deep.equal([
        ["unpaid-after-due-day", `receivable ${scene.unpaid.receivable}`],
        ["rank-differs", `certificate ${scene.pledged.certificate}`],
        ["certificate-frozen", `certificate ${scene.frozen.certificate}`],
        ["lot-short", `lot ${scene.shortLot}`],
      ]);
    });
  });

  describe("as a document", () => {
    it("is as it declares itself, in amounts that are strings", () => {
      expect(auditReport.parse(JSON.parse(JSON.stringify(report)))).to.deep.equal(report);
    });

    it("is the same bytes from an auditor's own replay as from the projection's tables", async () => {
      const replayed = reportOf(await replayedSource(stack), facts);
      expect(replayed).to.deep.equal(report);
      expect(renderReport(replayed)).to.equal(renderReport(report));
    });

    it("is the same bytes from rows in another order, from less of the log, and in another time zone", () => {
      const reversed: ReportSource = {
        rows: (table) => [...source.rows(table)].toReversed(),
      };
      const kept: ReportSource = {
        rows: (table) => {
          const rows = [...source.rows(table)];
          return table === "event" ? rows.filter((row) => reportedRow(table, row)) : rows;
        },
      };
      const text = JSON.stringify(report);
      expect(JSON.stringify(reportOf(reversed, facts))).to.equal(text);
      expect(JSON.stringify(reportOf(kept, facts))).to.equal(text);
      const html = renderReport(report);
      const zone = process.env["TZ"];
      process.env["TZ"] = "Pacific/Kiritimati";
      try {
        expect(JSON.stringify(reportOf(source, facts))).to.equal(text);
        expect(renderReport(report)).to.equal(html);
      } finally {
        if (zone === undefined) delete process.env["TZ"];
        else process.env["TZ"] = zone;
      }
    });

    it("is written whole, in English and in Chinese", async () => {
      const directory = await mkdtemp(join(tmpdir(), "tallystick-report-"));
      const [json = "", html = ""] = await writeReport(directory, report, "zh");
      expect(JSON.parse(await readFile(json, "utf8"))).to.deep.equal(report);
      const text = await readFile(html, "utf8");
      expect(text).to.equal(renderReport(report, "zh"));
      expect(text).to.contain('<html lang="zh-CN">').and.to.contain("审计报告");
      expect(renderReport(report)).to.contain('<html lang="en">').and.to.contain("Audit report");
    });

    it("is written anew from report.json in another language and with the reader's own names", async () => {
      const directory = await mkdtemp(join(tmpdir(), "tallystick-report-"));
      const [json = ""] = await writeReport(directory, report);
      const [names, out] = [join(directory, "names.json"), join(directory, "zh.html")];
      await writeFile(names, JSON.stringify({ [`${idOf("obligor")}`]: "华东钢铁" }));
      const asked = ["--language", "zh", "--names", names, "--out", out, "--json"];
      const written = await tally("audit", "report", json, ...asked);
      expect(written.code, written.stderr).to.equal(0);
      expect(JSON.parse(written.stdout)).to.include({ out, language: "zh", verdict: "clean" });
      const text = await readFile(out, "utf8");
      expect(text).to.contain("华东钢铁").and.to.contain("Northern Shipyard");
      await writeFile(json, '{"format": "tallystick-audit-report", "version": 2}');
      const refused = await tally("audit", "report", json, "--out", out);
      expect(refused.code).to.equal(3);
      expect(refused.stderr).to.contain("is no report of a replay: version");
    });

    it("escapes what others named", () => {
      const named = { ...facts, names: { "5": '<img src=x onerror="alert(1)">' } };
      const html = renderReport(reportOf(source, named));
      expect(html).to.contain("&lt;img src=x");
      expect(html).to.not.contain("<img");
    });

    it("opens offline without an error or a request, fits a phone, and prints on A4", async function () {
      const executablePath = findChromium();
      if (executablePath === undefined) return this.skip();
      const directory = await mkdtemp(join(tmpdir(), "tallystick-report-"));
      const [, html = ""] = await writeReport(directory, report);
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
      try {
        const page = await browser.newPage({ viewport: { width: 375, height: 800 } });
        const [told, asked]: string[][] = [[], []];
        page.on("console", (message) => told?.push(message.text()));
        page.on("pageerror", (error) => told?.push(error.message));
        page.on("request", (request) => asked?.push(request.url()));
        await page.goto(`file://${html}`);
        const excess = "document.documentElement.scrollWidth - innerWidth";
        expect(await page.evaluate(excess)).to.equal(0);
        const charts = await page.evaluate("document.querySelectorAll('svg[role=img]').length");
        expect(charts).to.equal(10);
        // 182 mm of A4 between the margins.
        await page.setViewportSize({ width: 688, height: 1_000 });
        await page.emulateMedia({ media: "print" });
        const wide = `[...document.querySelectorAll("table")].filter((its) => its.offsetWidth > 688)
          .map((its) => its.parentElement.getAttribute("aria-label"))`;
        expect(await page.evaluate(wide)).to.deep.equal([]);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        const sizes = [...pdf.matchAll(/MediaBox \[0 0 (\d+)[.\d]* (\d+)/g)].map(
          ([, ...size]) => size,
        );
        expect(sizes.length).to.be.greaterThan(3);
        expect(new Set(sizes.map((size) => size.join("x")))).to.deep.equal(new Set(["594x841"]));
        expect(told).to.deep.equal([]);
        expect(asked).to.deep.equal([`file://${html}`]);
      } finally {
        await browser.close();
      }
    });

    it("calls a run unchecked or with findings when it is", () => {
      const check = { id: "seals", checked: 0, failed: 0, note: "The node gives no headers." };
      const unchecked = reportOf(source, { ...facts, checks: [check] });
      expect(unchecked.verdict).to.equal("unchecked");
      const failed = reportOf(source, { ...facts, checks: [{ ...check, checked: 9, failed: 1 }] });
      expect(failed.verdict).to.equal("findings");
      const against = { gateway: "https://gateway.example", block: 9, differing: ["lien"] };
      const digests = { ...facts.digests, against };
      expect(reportOf(source, { ...facts, digests }).verdict).to.equal("findings");
    });

    it("tells facts that are marked short from broken rules, and names the first mismatch", () => {
      const short = {
        code: "short",
        sentence: "Marked short: receipts of lot 1.",
        block: 96,
        transaction: `0x${"ab".repeat(32)}`,
        log: 1,
        field: "live",
        expected: "at most 5040",
        actual: "8000",
      };
      const marked = renderReport(reportOf(source, { ...facts, findings: [short] }));
      expect(marked).to.contain("Every check held.").and.to.contain("live: Expected at most 5040");
      const broken = { ...short, code: "I1", sentence: "Receivable 3 lost a unit." };
      const both = { ...facts, findings: [short, broken], firstMismatch: broken };
      const told = renderReport(reportOf(source, both));
      expect(told).to.contain("Findings: 2.").and.to.contain("Receivable 3 lost a unit.");
      expect(told).to.contain("First mismatch");
    });

    it("is refused when the history was not kept, or a row is not as the fold makes it", () => {
      const forgetful = altered("event", () => undefined);
      expect(() => reportOf(forgetful, facts)).to.throw("the reported events were not kept");
      const odd = altered("receivable", (row) => ({ ...row, live_minor: "many" }));
      expect(() => reportOf(odd, facts)).to.throw("receivable.live_minor is many");
    });
  });
});
