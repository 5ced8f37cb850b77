import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { eventually } from "../../gateway/helpers/eventually.ts";
import { type WebhookReceiver, webhookReceiver } from "../../gateway/helpers/webhookReceiver.ts";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess, row } = consoleParts;

const webhooks = {
  allowHttp: false,
  privateHosts: ["127.0.0.1"],
  attempts: 2,
  pauseAfter: 2,
  retryMs: 20,
  longestRetryMs: 1_000,
  timeoutMs: 2_000,
};
/** Where pictures go for those who look at them. */
const pictures = process.env["TALLYSTICK_PICTURES"];

describe("subscriptions in the console", function () {
  this.timeout(300_000);
  let desks: Desks;
  let receiver: WebhookReceiver;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    receiver = await webhookReceiver();
    desks = await startDesks(chromium, { webhooks });
  });

  after(async () => {
    await desks?.close();
    await receiver?.close();
  });

  it("a member has its system told, sees what fails, repairs it, and sends it again", async () => {
    const page = await desks.open("Mingyue Castings", "/subscriptions");
    await button(page, "New subscription").click();
    await dialog(page).getByLabel("Address").fill("http://10.0.0.1/hook");
    await dialog(page).getByRole("button", { name: "New subscription" }).click();
    await dialog(page).getByText("https only").waitFor();
    await dialog(page).getByLabel("Address").fill(receiver.url);
    await dialog(page).getByRole("button", { name: "New subscription" }).click();
    const secret = await dialog(page).locator(".secret").textContent();
    expect(secret).to.match(/^whsec_/);
    await dialog(page).getByRole("button", { name: "I have stored it" }).click();
    await closed(page);
    await row(page, receiver.url).getByText("active").waitFor();
    expect(await page.content()).not.to.include(String(secret));

    await page.getByRole("link", { name: receiver.url }).click();
    await button(page, "Send a test").click();
    await page.getByText("It answered 200").waitFor();

    receiver.answer = (_post, response) => response.writeHead(503).end();
    const path = new URL(page.url()).pathname;
    await page.evaluate(
      `fetch("/v1${path}/replay", { method: "POST", body: '{"after":""}', headers: { "content-type": "application/json", "idempotency-key": "from the beginning".replaceAll(" ", "-") } })`,
    );
    await page.getByText("stopped: it kept failing").waitFor();
    await card(page, "Deliveries").getByText("given up").first().waitFor();
    receiver.answer = (_post, response) => response.writeHead(200).end();
    await button(page, "Send again from the first given up").click();
    await card(page, "Deliveries").getByText("delivered").first().waitFor();
    await eventually(async () => expect(await page.getByText("given up").count()).to.equal(1));

    const posts = receiver.posts.length;
    await button(page, "Send again").first().click();
    await eventually(() => expect(receiver.posts.length).to.be.greaterThan(posts));
    await button(page, "Pause").click();
    await page.getByText("paused by you").waitFor();
    await button(page, "Resume").click();
    await page.getByText("active", { exact: true }).waitFor();
    await button(page, "New secret").click();
    await dialog(page).getByRole("button", { name: "New secret" }).click();
    expect(await dialog(page).locator(".secret").textContent()).not.to.equal(secret);
    await dialog(page).getByRole("button", { name: "I have stored it" }).click();
    await closed(page);
  });

  for (const language of ["en", "zh"] as const) {
    for (const width of [1280, 390]) {
      it(`fits ${width} pixels in ${language}`, async () => {
        const member = language === "en" ? "Mingyue Castings" : "明月铸造";
        const page = await desks.open(member, "/subscriptions", { language, width });
        const link = page.locator(".table-wrap a").first();
        await link.waitFor();
        const shoot = async (name: string) => {
          if (pictures === undefined) return;
          await mkdir(pictures, { recursive: true });
          const file = join(pictures, `${name}-${language}-${width}.png`);
          await page.screenshot({ path: file, fullPage: true });
        };
        expect(await excess(page)).to.be.at.most(0);
        await shoot("list");
        await link.click();
        await page.locator(".table-wrap tbody tr").first().waitFor();
        expect(await excess(page)).to.be.at.most(0);
        await shoot("one");
      });
    }
  }

  it("ends, with what was kept of it", async () => {
    const page = await desks.open("Mingyue Castings", "/subscriptions");
    await page.getByRole("link", { name: receiver.url }).click();
    await button(page, "End subscription").click();
    await dialog(page).getByRole("button", { name: "End subscription" }).click();
    await page.getByText("No system of yours is told yet.").waitFor();
    expect(desks.errors).to.deep.equal([]);
  });
});
