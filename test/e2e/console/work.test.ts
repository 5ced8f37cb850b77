import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { signIn } from "../../gateway/helpers/signIn.ts";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess } = consoleParts;

const obligor = "Huadong Steel";
const DAY_MS = 86_400_000;
const pages = ["/approvals", "/account/approval-rules", "/statements", "/receivables", "/holdings"];

describe("people at work in the console", function () {
  this.timeout(240_000);
  let desks: Desks;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    desks = await startDesks(chromium);
  });

  after(async () => {
    await desks?.close();
  });

  /** Two receivables that the obligor has to confirm. */
  const register = async (): Promise<void> => {
    const supplier = await signIn(desks.url, "Hongda Bearings");
    const { body } = await supplier.get("/v1/demo/members");
    const members = body["items"] as readonly { memberId: number; name: string }[];
    const idOf = (name: string) => members.find((each) => each.name === name)?.memberId;
    const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    for (const number of ["W-1", "W-2"]) {
      const answer = await supplier.post("/v1/receivables", {
        obligor: idOf(obligor),
        creditor: idOf("Hongda Bearings"),
        amountMinor: "25000000",
        currency: "CNY",
        deliveryDate: day(-5),
        contractDueDate: day(50),
        dueDate: day(40),
        documentRoot: `0x${"11".repeat(32)}`,
        defenceWaiver: true,
        noticeByLedger: true,
        invoices: [{ number, faceMinor: "25000000", usedMinor: "25000000" }],
      });
      expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    }
  };

  /** The second person of a member, on a page. */
  const second = (member: string, path: string): Promise<Page> =>
    desks.open(member, path, { person: "Second person" });

  it("a confirmation above the rule's amount waits, and the second person's word carries it out", async () => {
    const first = await desks.open(obligor, "/account/approval-rules");
    await first.getByText("everybody does everything alone").waitFor();
    await button(first, "Add a rule").click();
    await dialog(first).getByLabel("Confirming receivables").check();
    await dialog(first).getByLabel("One person alone, up to").fill("1,000.00");
    await dialog(first).getByRole("button", { name: "Add a rule" }).click();
    await closed(first);
    await first.getByRole("row").filter({ hasText: "1,000.00" }).waitFor();

    await register();
    await first.goto(`${desks.url}/receivables`);
    const tick = first.locator("input.tick").first();
    await tick.waitFor();
    await button(first, "Select all 2 to confirm").click();
    const bulk = first.locator(".bulk");
    await bulk.getByText("Together").waitFor();
    const amount = (await bulk.locator(".amount").first().textContent()) ?? "";
    await bulk.getByRole("button", { name: /Confirm 2/ }).click();
    await first.getByText("Waits for a second person").waitFor();
    await first.getByRole("status").getByRole("link", { name: "Approvals" }).click();
    await card(first, "Asked by you, or waiting for others").getByText("Confirm several").waitFor();
    expect(await button(first, "Agree and carry out").count()).to.equal(0);

    const colleague = await second(obligor, "/");
    const task = card(colleague, "Writes that wait for your agreement");
    await task.getByRole("link", { name: "Open" }).first().click();
    const waiting = card(colleague, "Waiting for you");
    await waiting.getByText("Confirm several").waitFor();
    expect(await waiting.locator(".amount").first().textContent()).to.equal(amount);
    await button(colleague, "Agree and carry out").click();
    await card(colleague, "Done").getByText("carried out").waitFor();
    await first.reload();
    await card(first, "Done").getByText("carried out").waitFor();
    await first.goto(`${desks.url}/receivables`);
    await first.locator("tbody").getByText("to accept").nth(1).waitFor();
  });

  it("a write is turned down with a reason, and one's own is taken back", async () => {
    const first = await desks.open(obligor, "/account/approval-rules");
    await button(first, "Remove").click();
    await first.getByText("Waits for a second person").waitFor();
    const colleague = await second(obligor, "/approvals");
    await button(colleague, "Turn down").click();
    await dialog(colleague).getByLabel("Reason").fill("The rule stays");
    await dialog(colleague).getByRole("button", { name: "Turn down" }).click();
    await closed(colleague);
    await card(colleague, "Done").getByText("The rule stays").waitFor();
    await button(first, "Remove").click();
    await first.goto(`${desks.url}/approvals`);
    await first.reload();
    expect(await button(first, "Take back").count()).to.be.lessThan(2);
  });

  it("a list is sorted by its heads, narrowed, and exported as a file with the same rows", async () => {
    const page = await desks.open(obligor, "/receivables");
    const amounts = async () => {
      const cells = await page.locator("tbody tr td.right .amount").allTextContents();
      return cells.map((text) => Number(text.replace(/[^\d.]/g, "")));
    };
    await page.locator("tbody tr").first().waitFor();
    const head = page.getByRole("columnheader", { name: "Amount" });
    await head.getByRole("button").click();
    await page.locator("th[aria-sort=ascending]").waitFor();
    await page.waitForTimeout(800);
    const ascending = await amounts();
    expect(ascending).to.deep.equal(ascending.toSorted((a, b) => a - b));
    await head.getByRole("button").click();
    await page.locator("th[aria-sort=descending]").waitFor();
    await page.waitForTimeout(800);
    expect(await amounts()).to.deep.equal(ascending.toReversed());
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export CSV" }).click();
    const file = await readFile(await (await download).path(), "utf8");
    expect(file.charCodeAt(0)).to.equal(0xfeff);
    expect(file.trim().split("\r\n")).to.have.length(ascending.length + 1);
    await page.getByLabel("Currency").selectOption("EUR");
    await page.getByText("No receivables here.").waitFor();
  });

  it("a statement closes on what the ledger has, and prints without menu and buttons", async () => {
    const page = await desks.open("Mingyue Castings", "/statements");
    await page.getByText("Closing balance").first().waitFor();
    await page.getByText("is what the ledger's projection has").first().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".sidebar").isVisible()).to.equal(false);
    expect(await button(page, "Print").isVisible()).to.equal(false);
    expect(await page.getByText("Opening balance").first().isVisible()).to.equal(true);
  });

  for (const language of ["en", "zh"] as const) {
    for (const width of [1280, 390]) {
      it(`fits into ${width} pixels in ${language}`, async () => {
        const page = await desks.open(language === "en" ? obligor : "华东", "/", {
          language,
          width,
        });
        for (const path of pages) {
          await page.goto(desks.url + path);
          await page.locator("h1").waitFor();
          await page.waitForTimeout(600);
          expect(await excess(page), path).to.be.at.most(0);
          const folder = process.env["TALLYSTICK_SCREENSHOTS"];
          if (folder !== undefined) {
            const name = path.replaceAll("/", "_");
            await page.screenshot({
              path: `${folder}/${language}${width}${name}.png`,
              fullPage: true,
            });
          }
        }
      });
    }
  }

  it("throws no errors on any page", () => {
    expect(desks.errors).to.deep.equal([]);
  });
});
