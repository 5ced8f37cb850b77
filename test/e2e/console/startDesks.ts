import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { GatewayConfig } from "../../../gateway/config/gatewayConfig.ts";
import { seedDemonstration } from "../../../scripts/demonstration/seedDemonstration.ts";
import { startStack } from "../../../scripts/stack/startStack.ts";

/** How a person looks at the console. */
export interface Look {
  readonly language?: "en" | "zh";
  readonly width?: number;
  /** Which of the member's people, by the words of the first page; the first one unless given. */
  readonly person?: string;
}

/** A demonstration with its story, and people who sign in to it with a browser of their own. */
export interface Desks {
  readonly url: string;
  /** Signs in on the first page, as a person does, and goes to a page. */
  open(member: string, path: string, look?: Look): Promise<Page>;
  /** Errors that pages threw or logged, but for the question whether somebody is signed in. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

async function openPage(
  browser: Browser,
  url: string,
  { language = "en", width = 1280 }: Look,
  errors: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 860 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const expected = /status of (401|409|422|403)/.test(message.text());
    if (message.type() === "error" && !expected) errors.push(message.text());
  });
  await page.addInitScript((chosen) => {
    localStorage.setItem("tallystick.language", chosen);
  }, language);
  await page.goto(url);
  return page;
}

/** Starts ledger, gateway and console on a free port, tells the demonstration's story, and opens a browser. */
export async function startDesks(
  executablePath: string,
  config: Partial<GatewayConfig> = {},
): Promise<Desks> {
  const directory = await mkdtemp(join(tmpdir(), "tallystick-desks-"));
  const stack = await startStack({
    directory,
    demo: true,
    config: { port: 0, signInsPerMinute: 0, ...config },
  });
  const errors: string[] = [];
  try {
    await seedDemonstration(stack.url);
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    return {
      url: stack.url,
      errors,
      async open(member, path, look = {}) {
        const page = await openPage(browser, stack.url, look, errors);
        if (look.person !== undefined)
          await page.getByRole("button", { name: look.person }).click();
        await page.getByRole("button", { name: member }).click();
        await page.locator(".sidebar").waitFor();
        await page.goto(stack.url + path);
        return page;
      },
      async close() {
        await browser.close();
        await stack.close();
        await rm(directory, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stack.close();
    throw error;
  }
}
