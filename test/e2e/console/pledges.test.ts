import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess, row } = consoleParts;
const paper = join(tmpdir(), "tallystick-pledge-agreement.txt");

/** Fills the dialog that pledges to Yangtze Commercial Bank, and sends it. */
async function pledge(page: Page, amountLabel: string, amount: string, debt: string) {
  await button(page, "Pledge").click();
  const asked = dialog(page);
  await asked.getByLabel(amountLabel).fill(amount);
  await asked.getByLabel("Secured party").selectOption({ label: "Yangtze Commercial Bank" });
  await asked.getByLabel("Secured debt").fill(debt);
  await asked.locator("input[type=file]").setInputFiles(paper);
  await asked.locator(".digest").waitFor();
  await asked.getByRole("button", { name: "Pledge", exact: true }).click();
}

describe("pledges in the console", function () {
  this.timeout(180_000);
  let desks: Desks;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    await writeFile(paper, "a pledge agreement that stays on this machine");
    desks = await startDesks(chromium);
  });

  after(async () => {
    await desks?.close();
  });

  it("goods are pledged by their holder, accepted by the bank and countersigned by the warehouse", async () => {
    const holder = await desks.open("Hongda Bearings", "/receipts");
    await card(holder, "Your receipts").getByRole("link", { name: "1-2" }).click();
    await pledge(holder, "How much is pledged (kg)", "200,000", "LOAN-7");
    await closed(holder);

    const bank = await desks.open("Yangtze Commercial Bank", "/liens");
    const own = card(bank, "Pledged to you");
    await row(bank, "Hongda Bearings").getByText("the warehouse").waitFor();
    await row(bank, "Hongda Bearings").getByRole("button", { name: "Accept" }).click();
    await dialog(bank).getByRole("button", { name: "Accept" }).click();
    await closed(bank);

    const keeper = await desks.open("Yangshan Harbour Storage", "/liens");
    await row(keeper, "Hongda Bearings").getByRole("button", { name: "Countersign" }).click();
    await row(keeper, "Hongda Bearings").getByText("active").waitFor();

    await bank.reload();
    await own.getByText("active").waitFor();
    expect(await own.textContent()).to.contain("200,000kg");
    await row(bank, "Hongda Bearings").getByRole("button", { name: "Release" }).click();
    await dialog(bank).getByLabel("How much is released (kg)").fill("50000");
    await dialog(bank).getByRole("button", { name: "Release" }).click();
    await closed(bank);
    await own.getByText("150,000").waitFor();
  });

  it("what is pledged can't be pledged again, and says so", async () => {
    const holder = await desks.open("Hongda Bearings", "/receipts");
    await card(holder, "Your receipts").getByRole("link", { name: "1-2" }).click();
    await button(holder, "Pledge").click();
    await dialog(holder).getByLabel("How much is pledged (kg)").fill("900000");
    const send = dialog(holder).getByRole("button", { name: "Pledge", exact: true });
    expect(await send.isDisabled()).to.equal(true);
  });

  for (const width of [1280, 390]) {
    for (const language of ["en", "zh"] as const) {
      it(`fits ${width} pixels in ${language}, without an error`, async () => {
        const member = language === "en" ? "Yangtze Commercial Bank" : "长江商业银行";
        const page = await desks.open(member, "/liens", { width, language });
        await page.locator("td, .empty").first().waitFor();
        expect(await excess(page)).to.be.at.most(0);
        expect(desks.errors).to.deep.equal([]);
      });
    }
  }
});
