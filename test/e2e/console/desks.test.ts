import { expect } from "chai";
import type { Page } from "playwright-core";
import { type Answer, ApiClient } from "../../../scripts/client/ApiClient.ts";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog } = consoleParts;

const certificate = "1-2";
const receipt = { name: "receipt.pdf", mimeType: "application/pdf", buffer: Buffer.from("paid") };
const order = { name: "order.pdf", mimeType: "application/pdf", buffer: Buffer.from("freeze 1-2") };

/** A row of a table by something that it says. */
function row(page: Page, title: string, text: string) {
  return card(page, title).getByRole("row").filter({ hasText: text });
}

describe("the desks of the console", function () {
  this.timeout(180_000);
  let desks: Desks;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    desks = await startDesks(chromium);
  });

  after(async () => {
    await desks?.close();
  });

  it("two quotes are compared and one taken, the financier registers, the bank attests, the certificate is the financier's", async () => {
    const holder = await desks.open("Mingyue Castings", "/financing");
    const heads = holder.locator(".compare thead th");
    await heads.nth(1).waitFor();
    expect(await heads.count()).to.equal(2);
    const best = (await heads.filter({ hasText: "most money" }).textContent()) ?? "";
    expect(best).to.contain("Bund Factoring");
    const paid = holder.getByRole("row").filter({ hasText: "You are paid" });
    expect(await paid.textContent())
      .to.contain("396,000.00")
      .and.contain("395,760.00");
    const column = (await heads.allTextContents()).indexOf(best);
    await button(holder, "Take this quote").nth(column).click();
    await button(dialog(holder).page(), "Take this quote").last().click();
    await closed(holder);
    await row(holder, "Financings", "to be registered").waitFor();

    const factor = await desks.open("Bund Factoring", "/financing");
    await button(factor, "Register").click();
    await dialog(factor).getByLabel("Registry number").fill("ZD-2026-000417");
    await dialog(factor).getByRole("button", { name: "Register" }).click();
    await closed(factor);
    await row(factor, "Financings", "payment instructed").waitFor();

    const bank = await desks.open("Pudong Settlement Bank", "/payments");
    await row(bank, "To accept", "Bund Factoring").getByRole("button").click();
    await dialog(bank).getByRole("button", { name: "Accept" }).last().click();
    await closed(bank);
    await row(bank, "To pay and attest", "396,000.00").getByRole("button").click();
    await dialog(bank).getByLabel("Bank reference").fill("PD-20261123-0001");
    await dialog(bank).locator("input[type=file]").setInputFiles(receipt);
    await dialog(bank).locator(".digest").waitFor();
    await dialog(bank).getByRole("button", { name: "Attest" }).click();
    await closed(bank);
    await row(bank, "Finished", "396,000.00").getByText("paid", { exact: true }).waitFor();

    const held = row(factor, "What you hold", "without recourse");
    await held.waitFor();
    expect(await held.textContent())
      .to.contain("400,000.00")
      .and.contain("Huadong Steel");
    await row(holder, "Financings", "paid and delivered").waitFor();

    const payee = await desks.open("Mingyue Castings", "/payments");
    await row(payee, "Your payments", "396,000.00").getByRole("button").click();
    await dialog(payee).locator("input[type=file]").setInputFiles(order);
    await dialog(payee).getByRole("button", { name: "Contest the attestation" }).click();
    await closed(payee);
    await row(payee, "Your payments", "contested").waitFor();
  });

  it("a due receivable is paid in part, the holders get their shares, and one can't be credited", async () => {
    const steel = await new ApiClient(desks.url).signIn("Huadong Steel");
    const list = async (path: string) => (await steel.get(path))["items"] as Answer[];
    const owed = await list("/v1/receivables?party=obligor&state=accepted");
    const due = owed.find(({ amountMinor }) => amountMinor === "15000000");
    const [settlementBank] = await list("/v1/members?role=settlement-bank");
    await steel.post(`/v1/receivables/${due?.["receivable"]}/settlements`, {
      amountMinor: "15000000",
      bank: settlementBank?.["memberId"],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    });

    const bank = await desks.open("Pudong Settlement Bank", "/payments");
    await row(bank, "To accept", "150,000.00").getByRole("button").click();
    await dialog(bank).locator(".choice").getByRole("button", { name: "Attest" }).click();
    await dialog(bank).getByLabel("Amount paid (CNY)").fill("100000");
    await dialog(bank).getByLabel("Bank reference").fill("PD-20261123-0002");
    await dialog(bank).locator("input[type=file]").setInputFiles(receipt);
    await dialog(bank).getByRole("button", { name: "Attest" }).last().click();
    await closed(bank);
    await row(bank, "Finished", "150,000.00").getByRole("button").click();
    await dialog(bank).getByRole("button", { name: "Pay the holders their shares" }).click();
    const share = dialog(bank).getByRole("row").filter({ hasText: "Hongda Bearings" });
    await share.getByText("settled").waitFor();
    expect(await share.textContent()).to.contain("100,000.00");
    await share.getByRole("button", { name: "Can't credit" }).click();
    await dialog(bank).locator("input[type=file]").setInputFiles(order);
    await dialog(bank).getByRole("button", { name: "Say that it can't be credited" }).click();
    await share.getByText("undelivered").waitFor();
  });

  it("a financier quotes from a yearly rate, and what it signs are whole amounts", async () => {
    const holder = await desks.open("Xiaoshan Tooling", "/financing");
    await button(holder, "Ask for financing").click();
    const asking = dialog(holder);
    const choice = asking.getByLabel("Which certificate");
    await choice.locator("option").nth(1).waitFor({ state: "attached" });
    await choice.selectOption({ index: 1 });
    await asking.getByLabel("How much of it").fill("100000");
    await asking.getByRole("button", { name: "Ask for financing" }).click();
    await closed(holder);
    await card(holder, "100,000.00").getByText("No quotes yet.").waitFor();

    const factor = await desks.open("Yangtze Commercial Bank", "/financing");
    await row(factor, "Requests to you", "Xiaoshan Tooling").getByRole("link").click();
    const form = card(factor, "Make a quote");
    await form.getByLabel("Discount rate, % a year").fill("3.60");
    await form.getByLabel("Fee (CNY)").fill("12.34");
    const legs = form.locator(".legs");
    await legs.getByText("You pay").waitFor();
    const days = Number(/(\d+) days/.exec((await legs.textContent()) ?? "")?.[1]);
    const discount = (10_000_000n * 360n * BigInt(days) + 1_800_000n) / 3_600_000n;
    const principal = 10_000_000n - discount - 1_234n;
    const figure = `${principal / 100n}.${(principal % 100n).toString().padStart(2, "0")}`;
    expect((await legs.textContent())?.replaceAll(",", "")).to.contain(figure);
    await form.getByLabel("Paid through").selectOption({ label: "Pudong Settlement Bank" });
    await form.getByRole("button", { name: "Sign the quote" }).click();
    await row(factor, "Your quotes", "Xiaoshan Tooling").getByText("open").waitFor();
    await card(holder, "100,000.00").getByText("Yangtze Commercial Bank").waitFor();
    expect((await card(holder, "100,000.00").textContent())?.replaceAll(",", "")).to.contain(
      figure,
    );
  });

  it("the operator admits and suspends a member", async () => {
    const operator = await desks.open("Lanshan Ledger Operations", "/members");
    await button(operator, "Admit a member").click();
    const form = dialog(operator);
    await form.getByLabel("Name", { exact: true }).fill("Qiantang Pumps");
    await form.getByLabel("Name in Chinese").fill("钱塘泵业");
    await form.getByLabel("Identified by").selectOption("local");
    await form.getByLabel("Identity number").fill("QT-77");
    await form.getByLabel("Settlement account: bank").fill("PUDONG");
    await form.getByLabel("Settlement account: number").fill("6222-qiantang");
    await form.getByRole("button", { name: "Admit a member" }).click();
    await closed(operator);
    const member = operator.getByRole("row").filter({ hasText: "Qiantang Pumps" });
    await member.getByText("active").waitFor();

    await member.getByRole("button", { name: "Manage" }).click();
    await dialog(operator).getByLabel("Contract").check();
    await dialog(operator).locator("input[type=file]").setInputFiles(order);
    await dialog(operator).getByRole("button", { name: "Suspend for these reasons" }).click();
    await closed(operator);
    await member.getByText("Contract").waitFor();

    await member.getByRole("button", { name: "Manage" }).click();
    await dialog(operator).getByLabel("Contract").uncheck();
    await dialog(operator).locator("input[type=file]").setInputFiles(order);
    await dialog(operator).getByRole("button", { name: "Lift all that you may" }).click();
    await closed(operator);
    await member.getByText("active").waitFor();
  });

  it("governance announces a change of the rules, and what changes is shown", async () => {
    const operator = await desks.open("Lanshan Ledger Operations", "/rules");
    await button(operator, "Schedule a change").click();
    await dialog(operator).getByLabel("Grace after the due day (days)").fill("7");
    await dialog(operator).getByRole("button", { name: "Schedule a change" }).click();
    await closed(operator);
    const change = card(operator, "To come");
    await change.getByText("announced").waitFor();
    expect(await change.locator("dt").allTextContents()).to.deep.equal([
      "Grace after the due day (days)",
    ]);
  });

  it("one legal account proposes a freeze, another one confirms, and the holder can't pass it", async () => {
    const court = await desks.open("Haihe District Court", "/freezes");
    await court.getByLabel("Certificate number or id").fill(certificate);
    await court.locator("input[type=file]").setInputFiles(order);
    await button(court, "Propose").click();
    await row(court, "To confirm", "Mingyue Castings").getByText("proposed by your").waitFor();

    const office = await desks.open("Haihe Enforcement Office", "/freezes");
    await row(office, "To confirm", "Mingyue Castings").getByRole("button").click();
    const confirming = dialog(office);
    const file = confirming.locator("input[type=file]");
    await file.setInputFiles(receipt);
    await confirming.getByText("This is another document").waitFor();
    expect(await confirming.getByRole("button", { name: "Confirm" }).isDisabled()).to.equal(true);
    await file.setInputFiles(order);
    await confirming.getByRole("button", { name: "Confirm" }).click();
    await closed(office);
    await row(office, "All orders", "Haihe Enforcement Office").waitFor();

    const holder = await desks.open("Mingyue Castings", "/holdings");
    const held = holder.getByRole("row").filter({ hasText: certificate });
    await held.getByText("frozen").waitFor();
    await held.getByRole("button").first().click();
    const passing = dialog(holder);
    await passing.getByLabel("Recipient").selectOption({ label: "Jiangnan Coatings" });
    await passing.getByLabel("How much goes").fill("1000");
    await passing.getByLabel(/Trade it pays for/).fill("PO-1");
    await passing.getByRole("button", { name: "Send" }).click();
    const refusal = passing.getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.textContent()).to.contain("The ledger refused");
  });

  it("every desk fits a phone in both languages, and no Chinese page calls a certificate a bill", async () => {
    const all = [
      ["Mingyue Castings", "明月铸造", ["/financing", "/payments"]],
      ["Bund Factoring", "外滩保理", ["/financing", "/exposure"]],
      ["Pudong Settlement Bank", "浦东结算银行", ["/payments"]],
      ["Lanshan Ledger Operations", "岚山账本运营", ["/members", "/rules"]],
      ["Haihe District Court", "海河区法院", ["/freezes"]],
    ] as const;
    for (const [en, zh, paths] of all) {
      for (const language of ["en", "zh"] as const) {
        const page = await desks.open(language === "en" ? en : zh, "/", { language, width: 390 });
        for (const path of paths) {
          await page.goto(new URL(path, page.url()).href);
          await page.locator("h1").waitFor();
          await page.waitForLoadState("networkidle");
          const text = (await page.locator("main").textContent()) ?? "";
          const excess = "document.documentElement.scrollWidth - innerWidth";
          expect(await page.evaluate(excess), `${path} in ${language}`).to.be.at.most(0);
          expect(await page.locator("html").getAttribute("lang")).to.match(new RegExp(language));
          expect(text.replaceAll("发票", ""), path).not.to.contain("票");
        }
        await page.context().close();
      }
    }
    expect(desks.errors).to.deep.equal([]);
  });
});
