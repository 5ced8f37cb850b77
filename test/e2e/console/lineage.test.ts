import { randomUUID } from "node:crypto";
import { expect } from "chai";
import { id } from "ethers";
import type { Page } from "playwright-core";
import { findChromium } from "../../helpers/findChromium.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { excess } = consoleParts;
const PARTS = 150;

/** Writes with the session of a page. */
async function write(page: Page, method: "POST" | "PUT", path: string, data: object) {
  const url = new URL(path, page.url()).href;
  const headers = { "idempotency-key": randomUUID() };
  const response = await page.context().request.fetch(url, { method, data, headers });
  const text = await response.text();
  expect(response.ok(), text).to.equal(true);
  return JSON.parse(text) as { readonly items?: readonly { readonly certificate: string }[] };
}

async function numberOf(page: Page): Promise<number> {
  const me = await page.context().request.get(new URL("/v1/me", page.url()).href);
  return ((await me.json()) as { readonly memberId: number }).memberId;
}

describe("the lineage drawing", function () {
  this.timeout(180_000);
  let desks: Desks;
  let obligor: Page;
  let deepest: string;

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    desks = await startDesks(chromium);
    obligor = await desks.open("Huadong Steel", "/");
    const first = await desks.open("Hongda Bearings", "/");
    const second = await desks.open("Jiangnan Coatings", "/");
    const third = await desks.open("Xiaoshan Tooling", "/");
    const until = new Date(Date.now() + 86_400_000).toISOString();
    const trust = async (recipient: Page, sender: Page) =>
      write(recipient, "PUT", `/v1/standing-acceptances/${await numberOf(sender)}`, {
        until,
        framework: id("framework"),
      });
    await trust(second, first);
    await trust(third, second);
    const pass = async (from: Page, to: Page, certificate: string, valueMinor: string) => {
      const one = { to: await numberOf(to), valueMinor, tradeReference: id("trade") };
      const passes = Array.from({ length: PARTS }, () => one);
      const path = `/v1/certificates/${certificate}/transfer-batches`;
      return (await write(from, "POST", path, { passes })).items ?? [];
    };
    const root = ((1n << 32n) | 1n).toString();
    const parts = await pass(first, second, root, "1000000");
    const children = await pass(second, third, parts[100]?.certificate ?? "", "1000");
    deepest = children[120]?.certificate ?? "";
  });

  after(async () => {
    await desks?.close();
  });

  it("draws 300 certificates as few boxes, with heaps that open", async () => {
    await obligor.goto(new URL("/receivables/1", obligor.url()).href);
    const boxes = obligor.locator(".lineage-node");
    await boxes.first().waitFor();
    const folded = await boxes.count();
    expect(folded).to.be.below(30);
    const heaps = obligor.locator(".lineage").getByRole("button", { name: /^\+ \d+$/ });
    await heaps.first().click();
    expect(await boxes.count()).to.be.above(PARTS);
    expect(await excess(obligor)).to.be.at.most(0);
  });

  it("shows the way to one certificate among 300, in sight and without overlaps", async () => {
    await obligor.goto(new URL(`/certificates/${deepest}`, obligor.url()).href);
    const here = obligor.locator(".lineage-node-here");
    await here.waitFor();
    expect(await here.textContent())
      .to.contain("Xiaoshan Tooling")
      .and.contain("Tier 3");
    expect(await obligor.locator(".lineage-link-path").count()).to.equal(2);
    const frame = await obligor.locator(".lineage").boundingBox();
    const box = await here.boundingBox();
    if (frame === null || box === null) throw new Error("the drawing has no size");
    expect(box.y).to.be.within(frame.y, frame.y + frame.height - box.height);
    expect(box.x).to.be.within(frame.x, frame.x + frame.width - box.width);
    const overlaps = await obligor.evaluate<number>(`(() => {
      const all = [...document.querySelectorAll(".lineage-node rect")].map((r) => r.getBoundingClientRect());
      return all.flatMap((a, i) => all.slice(i + 1).filter((b) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
    })()`);
    expect(overlaps).to.equal(0);
    expect(desks.errors).to.deep.equal([]);
  });
});
