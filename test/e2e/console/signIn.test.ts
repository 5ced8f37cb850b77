import { expect } from "chai";
import { Wallet } from "ethers";
import type { Page } from "playwright-core";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, closed, dialog, excess, row } = consoleParts;
const path = "/sign-in-and-keys";

describe("signing in and keys in the console", function () {
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

  /** Makes a key in the dialog and answers what the page shows this once. */
  async function makeKey(page: Page, name: string): Promise<string> {
    await button(page, "Make a key").click();
    await dialog(page).getByLabel("Name").fill(name);
    await dialog(page).getByLabel("write").check();
    await dialog(page).getByRole("button", { name: "Make a key" }).click();
    const shown = await dialog(page).locator("output").textContent();
    await dialog(page).getByRole("button", { name: "Close" }).click();
    await closed(page);
    return shown ?? "";
  }

  it("an administrator makes a key, signs in with it elsewhere, and revokes it", async () => {
    const chief = await desks.open("Hongda Bearings", path);
    const key = await makeKey(chief, "Warehouse system");
    expect(key).to.match(/^tsk_[0-9a-f]{16}_[\w-]{43}$/);
    expect(await chief.content()).to.not.contain(key);
    await row(chief, "Warehouse system").getByText("not yet").waitFor();

    const other = await desks.open("Hongda Bearings", "/");
    await button(other, "Sign out").click();
    await other.getByLabel("API key or access token").fill("tsk_0000000000000000_wrong");
    await button(other, "Sign in with the key").click();
    await other.getByText("The key is not accepted.").waitFor();
    await other.getByLabel("API key or access token").fill(key);
    await button(other, "Sign in with the key").click();
    await other.locator(".sidebar").waitFor();
    await other.getByRole("link", { name: "Sign-in and keys" }).click();
    await card(other, "You")
      .getByText(`key:${key.split("_")[1]}`)
      .waitFor();
    await other.getByText("Only administrators of your company").waitFor();

    await row(chief, "Warehouse system").getByRole("button", { name: "Revoke" }).click();
    await row(chief, "Warehouse system").getByText("revoked").waitFor();
    await other.reload();
    await other.getByText("Who are you today?").waitFor();
  });

  it("a person signs in with a wallet, and out everywhere", async () => {
    const page = await desks.open("Hongda Bearings", "/");
    const wallet = Wallet.createRandom();
    const context = page.context();
    await context.exposeFunction("signWith", (hex: string) =>
      wallet.signMessage(Buffer.from(hex.slice(2), "hex")),
    );
    // As text: what runs in the page must not be compiled here.
    await page.addInitScript(`globalThis.ethereum = {
      request: async ({ method, params }) =>
        method === "eth_requestAccounts" ? ["${wallet.address}"] : signWith(params[0]),
    };`);
    await page.goto(`${desks.url}/account`);
    await button(page, "Sign out").click();
    await button(page, "Sign in with a wallet").click();
    // A wallet of nobody's signs well and is let in nowhere.
    await page.getByText("is no active account of a member").waitFor();

    const one = await desks.open("Yangtze Commercial Bank", path);
    await desks.open("Yangtze Commercial Bank", path);
    await one.reload();
    await card(one, "Where you are signed in").getByText("elsewhere").first().waitFor();
    await button(one, "Sign out everywhere").click();
    await one.getByText("Who are you today?").waitFor();
  });

  for (const width of [1280, 390]) {
    for (const language of ["en", "zh"] as const) {
      it(`fits ${width} pixels in ${language}, without an error`, async () => {
        const member = language === "en" ? "Hongda Bearings" : "宏达轴承";
        const page = await desks.open(member, path, { width, language });
        const heading = language === "en" ? "Sign-in and keys" : "登录与密钥";
        await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
        await page.locator(".card td").first().waitFor();
        expect(await excess(page)).to.be.at.most(0);
        const folder = process.env["TALLYSTICK_SCREENSHOTS"];
        const shot = async (name: string) => {
          if (folder !== undefined)
            await page.screenshot({
              path: `${folder}/${name}-${language}-${width}.png`,
              fullPage: true,
            });
        };
        await shot("keys");
        await page
          .getByRole("button", { name: language === "en" ? "Make a key" : "新建密钥" })
          .click();
        await dialog(page).waitFor();
        await shot("new-key");
        await page.keyboard.press("Escape");
        await page
          .getByRole("button", { name: language === "en" ? "Sign out" : "退出", exact: true })
          .click();
        await page.locator(".sign-in-ways").waitFor();
        expect(await excess(page)).to.be.at.most(0);
        await shot("sign-in");
        expect(desks.errors).to.deep.equal([]);
      });
    }
  }
});
