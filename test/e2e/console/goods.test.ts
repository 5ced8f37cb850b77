import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess, row } = consoleParts;
const paper = join(tmpdir(), "tallystick-goods-paper.txt");

/** Puts a file in every file field of the open dialog; only its digest is sent. */
async function attach(page: Page) {
  const files = dialog(page).locator("input[type=file]");
  for (const file of await files.all()) await file.setInputFiles(paper);
  await dialog(page).locator(".digest").last().waitFor();
}

/** The text of a lot in the list of goods. */
const lotOf = (page: Page, goods: string) => page.locator(".lot").filter({ hasText: goods });

describe("goods in the console", function () {
  this.timeout(180_000);
  let desks: Desks;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    await writeFile(paper, "a paper that stays on this machine");
    desks = await startDesks(chromium);
  });

  after(async () => {
    await desks?.close();
  });

  it("the warehouse sees its stock, what stands on it, and what is missing", async () => {
    const warehouse = await desks.open("Yangshan Harbour Storage", "/goods");
    const copper = lotOf(warehouse, "Electrolytic copper cathodes");
    await copper.getByText("under control").waitFor();
    expect(await copper.textContent())
      .to.contain("1,200,000kg")
      .and.contain("900,000kg")
      .and.contain("100,000kg");
    expect(await copper.locator(".stock-held").count()).to.equal(1);
    expect(await copper.locator(".stock-short").count()).to.equal(0);
    const coils = lotOf(warehouse, "Hot-rolled steel coils");
    expect(await coils.locator(".stock-short").count()).to.equal(1);
    await coils.getByRole("link", { name: "Lot 2" }).click();
    const control = card(warehouse, "Control");
    await control.getByText("There are fewer goods than receipts promise").waitFor();
    expect(await control.textContent())
      .to.contain("6pieces")
      .and.contain("New use is blocked")
      .and.contain("fewer goods than receipts");
  });

  it("a location, a lot, a count and a receipt come to be; no receipt exceeds the goods", async () => {
    const warehouse = await desks.open("Yangshan Harbour Storage", "/goods");
    await button(warehouse, "Register a location").click();
    await dialog(warehouse)
      .getByLabel("Address, down to the hall or tank")
      .fill("CN Ningbo, Beilun, Tank 4");
    await dialog(warehouse).getByLabel("Unit of everything there").selectOption("LTR");
    await dialog(warehouse).getByLabel("Capacity (l)").fill("900,000");
    await dialog(warehouse).getByRole("button", { name: "Register a location" }).click();
    await closed(warehouse);
    await row(warehouse, "Tank 4").waitFor();

    await button(warehouse, "Open a lot").click();
    const opening = dialog(warehouse);
    await opening
      .getByLabel("Place")
      .selectOption({ label: "Location 3 · CN Ningbo, Beilun, Tank 4" });
    await opening.getByLabel("Mark").fill("PX-77");
    await opening.getByLabel("What they are").fill("Paraxylene");
    await opening.getByLabel("Grade or inspection result").fill("99.8 %");
    await opening.getByLabel("Packaging").fill("In bulk");
    await opening.getByRole("button", { name: "Open a lot" }).click();
    await closed(warehouse);
    const lot = lotOf(warehouse, "Paraxylene");
    await lot.getByText("frozen").waitFor();
    await lot.getByRole("link", { name: "Lot 3" }).click();
    await card(warehouse, "Control").getByText("There is no sound evidence any more").waitFor();

    await button(warehouse, "Record a count").click();
    await dialog(warehouse).getByLabel("Quantity (l)").fill("500000");
    await attach(warehouse);
    await dialog(warehouse).getByRole("button", { name: "Record a count" }).click();
    await closed(warehouse);
    await card(warehouse, "Control").getByText("under control").waitFor();

    await button(warehouse, "Issue a receipt").click();
    const issuing = dialog(warehouse);
    await issuing.getByText("500,000 l without receipt").waitFor();
    await issuing.getByLabel(/^Depositor(?!')/).selectOption({ label: "Jiangnan Coatings" });
    await issuing.getByLabel("Quantity (l)").fill("500001");
    await issuing.getByLabel("Depositor's address").fill("Nanjing, Lianyun Road 1");
    await issuing.getByLabel("Storage fee (CNY)").fill("0.30");
    await issuing.getByLabel("Issued at (place)").fill("Ningbo");
    await issuing.getByRole("button", { name: "Issue a receipt" }).click();
    await issuing.getByRole("alert").waitFor();
    await issuing.getByLabel("Quantity (l)").fill("400,000");
    await issuing.getByRole("button", { name: "Issue a receipt" }).click();
    await closed(warehouse);
    await row(warehouse, "Jiangnan Coatings").first().waitFor();
    expect(await card(warehouse, "Stock and what stands on it").textContent())
      .to.contain("400,000l")
      .and.contain("100,000l");

    const holder = await desks.open("Jiangnan Coatings", "/receipts");
    await row(holder, "3-2").getByRole("link", { name: "3-2" }).click();
    await holder.getByText("Still with its depositor: nobody passed it on.").waitFor();
    expect(await card(holder, "What it says").textContent())
      .to.contain("Paraxylene")
      .and.contain("0.30CNY")
      .and.contain("not insured");
  });

  it("a holder splits and offers, and the recipient accepts", async () => {
    const holder = await desks.open("Hongda Bearings", "/receipts");
    await card(holder, "Your receipts").getByRole("link", { name: "1-2" }).click();
    await button(holder, "Pass on or split").click();
    await dialog(holder).getByLabel("Recipient").selectOption({ label: "Xiaoshan Tooling" });
    await dialog(holder).getByLabel("How much goes (kg)").fill("30,000");
    await dialog(holder)
      .getByLabel(/Trade it pays for/)
      .fill("PO-118");
    await dialog(holder).getByRole("button", { name: "Send" }).click();
    await closed(holder);
    const weighs = card(holder, "Encumbrances");
    await weighs.getByText("Xiaoshan Tooling").waitFor();
    await button(holder, "Pass on or split").click();
    await button(holder, "Split for myself").first().click();
    await dialog(holder).getByLabel("How much goes (kg)").fill("20000");
    await dialog(holder).locator(".form-actions").getByRole("button").last().click();
    await closed(holder);

    const recipient = await desks.open("Xiaoshan Tooling", "/receipts");
    const offered = card(recipient, "Offered to you")
      .getByRole("row")
      .filter({ hasText: "30,000" });
    await offered.getByRole("button", { name: "Accept" }).click();
    await offered.waitFor({ state: "detached" });
    const mine = card(recipient, "Your receipts").getByRole("row").filter({ hasText: "30,000" });
    await mine.getByRole("link").first().click();
    await card(recipient, "Chain of endorsements").getByText("Hongda Bearings").waitFor();
  });

  it("a bank that counts sees stock and encumbrance, and nobody's name", async () => {
    const bank = await desks.open("Yangtze Commercial Bank", "/goods");
    await card(bank, "Clashes").getByText("Nothing of yours looks like anybody else's.").waitFor();
    const copper = lotOf(bank, "Electrolytic copper cathodes");
    await copper.getByRole("link", { name: "Lot 1" }).click();
    await bank.getByText("all others together").waitFor();
    const shown = await bank.locator("main").textContent();
    for (const name of ["Hongda", "Mingyue", "Jiangnan", "Xiaoshan"]) {
      expect(shown).not.to.contain(name);
    }
    // The bank's own count contradicts the warehouse's, and that blocks.
    await button(bank, "Record a count").click();
    await dialog(bank).getByLabel("Quantity (kg)").fill("1,000,000");
    await dialog(bank).getByLabel("How").selectOption({ label: "Inspection" });
    await attach(bank);
    await dialog(bank).getByRole("button", { name: "Record a count" }).click();
    await closed(bank);
    await card(bank, "Control").getByText("counts contradict").first().waitFor();
    await card(bank, "Control").getByText("New use is blocked").waitFor();
  });

  it("goods leave by two hands: the holder orders, the warehouse lets them out", async () => {
    const holder = await desks.open("Mingyue Castings", "/receipts");
    await card(holder, "Your receipts").getByRole("link", { name: "1-3" }).click();
    await button(holder, "Order a pick-up").click();
    await dialog(holder).getByLabel("Quantity that ends (kg)").fill("10,000");
    await dialog(holder).getByText("from 9,980 to 10,000").waitFor();
    await attach(holder);
    await dialog(holder).getByRole("button", { name: "Order a pick-up" }).click();
    await closed(holder);

    const warehouse = await desks.open("Yangshan Harbour Storage", "/goods");
    const desk = card(warehouse, "Orders for your hand");
    const order = desk.getByRole("row").filter({ hasText: "10,000" }).first();
    await order.getByRole("button", { name: "Goods have left" }).click();
    await order.waitFor({ state: "detached" });
    await holder.reload();
    const ended = card(holder, "Quantities that ended");
    await ended.getByText("Picked up").waitFor();
    expect(await ended.textContent()).to.contain("10,000kg");
  });

  it("the operator watches closer, records other owners, and admits again on four proofs", async () => {
    const operator = await desks.open("Lanshan Ledger Operations", "/custodians");
    await row(operator, "Hall 3").getByRole("button", { name: "Govern" }).click();
    await dialog(operator).getByLabel("No new use after, hours").fill("12");
    await dialog(operator).getByRole("button", { name: "Set the limits" }).click();
    await closed(operator);
    await row(operator, "Hall 3").getByText("12 h / 72 h").waitFor();

    const admission = row(operator, "Yangshan Harbour Storage").first();
    await admission.getByRole("button", { name: "Owners changed" }).click();
    await attach(operator);
    await dialog(operator).getByRole("button", { name: "Owners changed" }).click();
    await closed(operator);
    await admission.getByText("owners changed", { exact: true }).waitFor();
    const warehouse = await desks.open("Yangshan Harbour Storage", "/goods");
    await warehouse.getByText("nothing new until it is admitted again").waitFor();

    await admission.getByRole("button", { name: "Admit again" }).click();
    expect(await dialog(operator).locator("input[type=file]").count()).to.equal(4);
    await attach(operator);
    await dialog(operator).getByRole("button", { name: "Admit a warehouse" }).click();
    await closed(operator);
    await admission.getByText("admitted", { exact: true }).waitFor();
  });

  it("every page about goods fits a phone in both languages and calls a receipt no bill", async () => {
    const receipt = ((1n << 32n) + 2n).toString();
    const all = [
      [
        "Yangshan Harbour Storage",
        "洋山港仓储",
        ["/", "/goods", "/lots/1", "/lots/2", "/receipts"],
      ],
      ["Hongda Bearings", "宏达轴承", ["/receipts", `/receipts/${receipt}`]],
      ["Yangtze Commercial Bank", "长江商业银行", ["/goods", "/lots/1"]],
      ["Lanshan Ledger Operations", "岚山账本运营", ["/custodians", "/goods"]],
    ] as const;
    for (const [en, zh, paths] of all) {
      for (const language of ["en", "zh"] as const) {
        const page = await desks.open(language === "en" ? en : zh, "/", { language, width: 390 });
        for (const path of paths) {
          await page.goto(new URL(path, page.url()).href);
          await page.locator("h1").waitFor();
          await page.waitForLoadState("networkidle");
          expect(await excess(page), `${path} in ${language}`).to.be.at.most(0);
          const text = (await page.locator("body").textContent()) ?? "";
          expect(text.replaceAll("发票", ""), path).not.to.contain("票");
        }
        await page.context().close();
      }
    }
    expect(desks.errors).to.deep.equal([]);
  });
});
