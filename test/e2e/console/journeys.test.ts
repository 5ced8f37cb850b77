import { expect } from "chai";
import type { Page } from "playwright-core";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess, row } = consoleParts;

/** Offers a part of a certificate to a supplier, as its holder does. */
async function offer(holder: Page, certificate: string, to: string, amount: string) {
  const held = row(holder, certificate);
  await held.getByRole("button", { name: "Split and pass on" }).click();
  await dialog(holder).getByLabel("Recipient").selectOption({ label: to });
  await dialog(holder).getByLabel("How much goes").fill(amount);
  await dialog(holder)
    .getByLabel(/Trade it pays for/)
    .fill(`order of ${to}`);
  const stick = await dialog(holder).locator(".row-between").first().textContent();
  await dialog(holder).getByRole("button", { name: "Send" }).click();
  await closed(holder);
  return stick ?? "";
}

describe("a day in the console", function () {
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

  it("the obligor confirms and the supplier accepts", async () => {
    const obligor = await desks.open("Beichen Motors", "/");
    const waiting = card(obligor, "Receivables to confirm");
    await waiting.getByRole("link", { name: "Open" }).click();
    await obligor.getByRole("heading", { name: "Receivable 2" }).waitFor();
    await button(obligor, "Confirm").click();
    expect(await dialog(obligor).textContent()).to.contain("800,000.00");
    await dialog(obligor).getByRole("button", { name: "Confirm" }).click();
    await closed(obligor);
    await obligor.getByText("to accept", { exact: true }).waitFor();

    const supplier = await desks.open("Hongda Bearings", "/");
    const toAccept = card(supplier, "Confirmed receivables to accept");
    expect(await toAccept.textContent()).to.contain("Beichen Motors");
    await toAccept.getByRole("button", { name: "Accept" }).click();
    await toAccept.waitFor({ state: "detached" });
    await supplier.getByRole("link", { name: "Holdings" }).click();
    await row(supplier, "2-1").waitFor();
    expect(await row(supplier, "2-1").textContent()).to.contain("800,000.00");
  });

  it("a supplier splits and passes a certificate, the recipients accept, the lineage shows three tiers", async () => {
    const first = await desks.open("Hongda Bearings", "/holdings");
    const stick = await offer(first, "2-1", "Jiangnan Coatings", "250,000.00");
    expect(stick).to.contain("stays 550,000.00 CNY").and.contain("goes 250,000.00 CNY");

    const second = await desks.open("Jiangnan Coatings", "/offers");
    const incoming = card(second, "To you").getByRole("row").filter({ hasText: "250,000.00" });
    await incoming.getByRole("button", { name: "Accept" }).click();
    await incoming.waitFor({ state: "detached" });
    await second.getByRole("link", { name: "Holdings" }).click();
    await offer(second, "2-2", "Xiaoshan Tooling", "100,000.00");

    const third = await desks.open("Xiaoshan Tooling", "/");
    const answer = card(third, "Offers to answer");
    await answer.getByRole("button", { name: "Accept" }).click();
    await answer.waitFor({ state: "detached" });
    await third.getByRole("link", { name: "Holdings" }).click();
    await row(third, "2-3").getByRole("link", { name: "2-3" }).click();
    const here = third.locator(".lineage-node-here");
    await here.waitFor();
    expect(await here.textContent())
      .to.contain("100,000.00 CNY")
      .and.contain("Tier 3");
    expect(await third.locator(".lineage-link-path").count()).to.equal(2);
    const nodes = await third.locator(".lineage-node").allTextContents();
    for (const tier of ["Tier 1", "Tier 2", "Tier 3"]) {
      expect(nodes.some((text) => text.includes(tier))).to.equal(true);
    }
    const chain = await card(third, "Chain of endorsements").textContent();
    expect(chain).to.contain("Hongda Bearings").and.contain("Jiangnan Coatings");
  });

  it("a supplier registers, the obligor confirms several at once, the supplier rejects one", async () => {
    const supplier = await desks.open("Jiangnan Coatings", "/receivables");
    for (const [number, amount] of [
      ["JN-1", "12,000.50"],
      ["JN-2", "700"],
    ] as const) {
      await button(supplier, "Register a receivable").click();
      const form = dialog(supplier);
      await form.getByLabel("Obligor").selectOption({ label: "Beichen Motors" });
      await form.getByLabel("Invoice number").fill(number);
      await form.getByLabel("Face").fill(amount);
      await form.getByRole("button", { name: "Register a receivable" }).click();
      await closed(supplier);
    }
    await row(supplier, "12,000.50").getByText("to confirm").waitFor();

    const obligor = await desks.open("Beichen Motors", "/receivables");
    await row(obligor, "12,000.50").getByRole("checkbox").check();
    await row(obligor, "700.00").getByRole("checkbox").check();
    await button(obligor, "Confirm 2").click();
    const outcome = obligor.getByRole("list", { name: "What became of each" });
    await outcome.waitFor();
    expect(await outcome.locator(".notice-good").count()).to.equal(2);

    await row(supplier, "700.00").getByRole("link").click();
    await button(supplier, "Reject").click();
    await dialog(supplier).getByLabel(/^Why/).fill("The goods were another lot");
    await dialog(supplier).getByRole("button", { name: "Reject" }).click();
    await closed(supplier);
    await supplier.getByText("rejected", { exact: true }).waitFor();
  });

  it("a bank asks to see a certificate and sees it once the holder agrees", async () => {
    const bank = await desks.open("Bund Factoring", "/check");
    await bank.getByLabel("Certificate number").fill("2-3");
    await bank.getByLabel("Why you ask").fill("Credit line of the workshop");
    await button(bank, "Ask the holder").click();
    await row(bank, "2-3").getByText("waits for the holder").waitFor();

    const holder = await desks.open("Xiaoshan Tooling", "/");
    await button(holder, "Let them see it").click();
    await card(holder, "Banks that ask").waitFor({ state: "detached" });

    await row(bank, "2-3").getByRole("link", { name: "View" }).click();
    await bank.getByText("Nothing is held, pledged or frozen.").waitFor();
    const shown = await bank.locator("main").textContent();
    expect(shown).to.contain("Beichen Motors").and.contain("Xiaoshan Tooling");
  });

  it("whoever has a holder's link sees the certificate without signing in", async () => {
    const holder = await desks.open("Xiaoshan Tooling", "/holdings");
    await row(holder, "2-3").getByRole("link", { name: "2-3" }).click();
    await holder.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(holder, "Share with a bank").click();
    await button(holder, "Link copied").waitFor();
    const link = await holder.evaluate<string>("navigator.clipboard.readText()");
    await holder.context().clearCookies();
    await holder.goto(link);
    await holder.getByRole("heading", { name: "What this certificate is" }).waitFor();
    await holder.getByText("Read at block").waitFor();
    expect(await holder.locator("body").textContent()).to.contain("Beichen Motors");
    await holder.goto(`${new URL(link).origin}/shared/${"A".repeat(43)}`);
    await holder.getByText("This link has ended or never existed.").waitFor();
  });

  it("the obligor settles what falls due today and raises no limit above its ceiling", async () => {
    const obligor = await desks.open("Huadong Steel", "/obligations");
    const due = row(obligor, "150,000.00");
    await due.getByRole("button", { name: "Settle" }).click();
    const bank = dialog(obligor).getByLabel("Settlement bank");
    await bank.selectOption({ label: "Pudong Settlement Bank" });
    await dialog(obligor).getByRole("button", { name: "Settle" }).click();
    await closed(obligor);

    await button(obligor, "Set limit").click();
    await dialog(obligor).getByLabel("Limit").fill("99,000,000.00");
    await dialog(obligor).getByRole("button", { name: "Set limit" }).click();
    const refusal = dialog(obligor).getByRole("alert");
    await refusal.waitFor();
    expect(await refusal.textContent()).to.contain("20,000,000.00 CNY");
  });

  it("obligor and holder agree on an early payment", async () => {
    const obligor = await desks.open("Huadong Steel", "/receivables/1");
    await button(obligor, "Propose early payment").click();
    const certificate = dialog(obligor).getByLabel("Certificate");
    const label = await certificate.locator("option", { hasText: "Mingyue" }).textContent();
    await certificate.selectOption({ label: label ?? "" });
    await dialog(obligor).getByLabel("Ends (face)").fill("1000");
    await dialog(obligor).getByLabel("Is paid").fill("990");
    const bank = dialog(obligor).getByLabel("Settlement bank");
    await bank.selectOption({ label: "Pudong Settlement Bank" });
    await dialog(obligor).getByRole("button", { name: "Propose early payment" }).click();
    await closed(obligor);
    await row(obligor, "990.00").getByRole("button", { name: "Withdraw" }).waitFor();

    const holder = await desks.open("Mingyue Castings", "/");
    const proposed = card(holder, "Early payments proposed to you");
    await proposed.getByRole("button", { name: "Agree" }).click();
    await proposed.waitFor({ state: "detached" });
    await row(obligor, "990.00").getByText("agreed").waitFor();
  });

  it("a member adds an account, and a standing acceptance spares the asking", async () => {
    const supplier = await desks.open("Jiangnan Coatings", "/account");
    await button(supplier, "Add an account").click();
    await dialog(supplier).getByRole("button", { name: "Add an account" }).click();
    await closed(supplier);
    await supplier.getByText("waits", { exact: true }).waitFor();

    await button(supplier, "Accept a sender's passes").click();
    const sender = dialog(supplier).getByLabel("Sender");
    await sender.selectOption({ label: "Hongda Bearings" });
    await dialog(supplier).getByLabel("Framework contract number").fill("FW-2026-8");
    await dialog(supplier).getByRole("button", { name: "Confirm" }).click();
    await closed(supplier);
    await supplier.getByText("in force", { exact: true }).waitFor();

    const giver = await desks.open("Hongda Bearings", "/holdings");
    await row(giver, "2-1").getByRole("button", { name: "Split and pass on" }).click();
    const to = dialog(giver).getByLabel("Recipient");
    await to.selectOption({ label: "Jiangnan Coatings" });
    await button(giver, "Pass at once").waitFor();
  });

  it("every page fits a phone in both languages, and no Chinese page calls a certificate a bill", async () => {
    const all = [
      ["Huadong Steel", "华东钢铁", ["/receivables", "/receivables/1", "/obligations", "/account"]],
      ["Hongda Bearings", "宏达轴承", ["/receivables", "/offers", "/holdings", "/early-payments"]],
      ["Bund Factoring", "外滩保理", ["/check"]],
      ["Zhengda Auditors", "正达会计师事务所", ["/receivables", "/check"]],
    ] as const;
    for (const [en, zh, paths] of all) {
      for (const language of ["en", "zh"] as const) {
        const page = await desks.open(language === "en" ? en : zh, "/", { language, width: 390 });
        for (const path of ["/", ...paths]) {
          await page.goto(new URL(path, page.url()).href);
          await page.locator("h1").waitFor();
          await page.waitForLoadState("networkidle");
          expect(await excess(page), `${path} in ${language}`).to.be.at.most(0);
          const text = (await page.locator("body").textContent()) ?? "";
          expect(text.replaceAll("发票", ""), path).not.to.contain("票");
          expect(await page.locator("html").getAttribute("lang")).to.match(new RegExp(language));
        }
        await page.context().close();
      }
    }
    // A link that never existed is asked for on purpose.
    expect(desks.errors.filter((text) => !text.includes("404"))).to.deep.equal([]);
  });
});
