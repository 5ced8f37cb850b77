import { readFile } from "node:fs/promises";
import { evidenceText, exportEvidence, headerFromRlp, signCheckpoint } from "@tallystick/sdk";
import { expect } from "chai";
import { Wallet } from "ethers";
import type { Page } from "playwright-core";
import { chain } from "../../helpers/chain.ts";
import { evidenceScene } from "../../helpers/evidenceScene.ts";
import { findChromium } from "../../helpers/findChromium.ts";
import { warpSource } from "../../helpers/warpSource.ts";
import { warpTrustFile } from "../../helpers/warpTrustFile.ts";
import { warpValidators } from "../../helpers/warpValidators.ts";
import { consoleParts } from "./consoleParts.ts";
import { type Desks, startDesks } from "./startDesks.ts";

const { button, card, excess } = consoleParts;

type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

function upload(name: string, text: string): Upload {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

/** A file that names an auditor as trusted, and that auditor's checkpoint of a bundle's block. */
async function vouch(text: string) {
  const { chainId, genesis, contracts, block, headers } = evidenceText.read(text);
  const { hash: blockHash, stateRoot } = headerFromRlp(headers.at(-1) ?? "0x");
  const checkpoint = await signCheckpoint(Wallet.createRandom(), {
    ...{ chainId, genesisHash: genesis, block, blockHash, stateRoot, digest: null, tables: [] },
    ...{ signer: "Plain Audit", at: "2026-11-23T00:00:00Z" },
  });
  const signers = [{ name: "Plain Audit", account: checkpoint.account }];
  return {
    checkpoint: upload("checkpoint.json", JSON.stringify(checkpoint)),
    trust: upload("trust.json", JSON.stringify({ chainId, genesis, contracts, signers })),
  };
}

/** A third-tier certificate of a ledger whose five validators sign on request, and the file of who trusts them. */
async function signedByValidators() {
  const { source, deployment, thirdTier } = await chain.networkHelpers.loadFixture(evidenceScene);
  const { third: certificate } = await thirdTier();
  const five = warpValidators.validators(5);
  const { bundle } = await exportEvidence(warpSource(source), {
    ...{ deployment, certificate },
    signedMessageOf: async (header) => warpValidators.signBlock(header, five.slice(1), five),
  });
  return [
    upload("evidence.json", evidenceText.write(bundle)),
    upload("trust.json", warpTrustFile(bundle, warpValidators.trust(five))),
  ];
}

/** The certificate of the highest tier that a member holds. */
async function deepestOf(page: Page): Promise<{ certificate: string; tier: number }> {
  const url = new URL("/v1/certificates?limit=200", page.url()).href;
  const { items } = (await (await page.context().request.get(url)).json()) as {
    items: { certificate: string; tier: number; valueMinor: string }[];
  };
  const held = items.filter(({ valueMinor }) => valueMinor !== "0");
  const [deepest] = held.sort((a, b) => b.tier - a.tier);
  if (deepest === undefined) throw new Error("The member holds nothing.");
  return deepest;
}

describe("evidence in the console", function () {
  this.timeout(240_000);
  let desks: Desks;
  let bundle = "";

  before(async function () {
    const chromium = findChromium();
    if (chromium === undefined) return this.skip();
    desks = await startDesks(chromium);
  });

  after(async () => {
    await desks?.close();
  });

  const shot = async (page: Page, name: string) => {
    const folder = process.env["TALLYSTICK_SCREENSHOTS"];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  it("a holder saves the file of its certificate", async () => {
    const page = await desks.open("Xiaoshan Tooling", "/");
    const { certificate, tier } = await deepestOf(page);
    await page.goto(`${desks.url}/certificates/${certificate}`);
    const waiting = page.waitForEvent("download");
    await button(page, "Save the evidence file").click();
    const saved = await waiting;
    expect(saved.suggestedFilename()).to.match(/^evidence-\d+-\d+\.json$/);
    bundle = await readFile(await saved.path(), "utf8");
    expect(evidenceText.read(bundle).certificate).to.equal(BigInt(certificate));
    console.error(`      tier ${tier}: ${bundle.length} bytes`);
    expect(tier).to.be.at.least(3);
    expect(bundle.length).to.be.at.most(200_000);
    await card(page, "Evidence file").waitFor();
    await shot(page, "evidence-export");
    const look = { width: 390, language: "zh" } as const;
    const phone = await desks.open("萧山工具", `/certificates/${certificate}`, look);
    await button(phone, "保存证据文件").waitFor();
    expect(await excess(phone)).to.be.at.most(0);
    await shot(phone, "evidence-export-phone");
  });

  it("a file that was changed is refused, in a sentence", async () => {
    const page = await desks.open("Yangtze Commercial Bank", "/check");
    await page.getByRole("link", { name: "Check an evidence file" }).click();
    const { checkpoint, trust } = await vouch(bundle);
    const input = page.locator('input[type="file"]');
    await input.setInputFiles([upload("evidence.json", bundle)]);
    await page.getByText("The file that says whom you trust is missing.").waitFor();
    await input.setInputFiles([trust]);
    await page.getByText("None of the 1 trusted accounts signed").waitFor();
    await input.setInputFiles([checkpoint]);
    await page.getByText("Proved", { exact: true }).waitFor();
    const forged = bundle.replace(/"certificate":"(\d+)\d"/, '"certificate":"$10"');
    await input.setInputFiles([upload("forged.json", forged)]);
    await page.getByText("Refused", { exact: true }).waitFor();
    await shot(page, "evidence-refused");
  });

  it("a network's file is checked in the browser by its validators' keys", async () => {
    const page = await desks.open("Yangtze Commercial Bank", "/check");
    await page.getByRole("link", { name: "Check an evidence file" }).click();
    await page.locator('input[type="file"]').setInputFiles(await signedByValidators());
    await page.getByText("Proved", { exact: true }).waitFor();
    const told = await page.locator(".notice").first().textContent();
    console.error(`      ${told}`);
    await shot(page, "evidence-network");
    expect(desks.errors).to.deep.equal([]);
  });

  for (const width of [1280, 390]) {
    for (const language of ["en", "zh"] as const) {
      it(`who is no member checks it at ${width} pixels in ${language}, without an error`, async () => {
        const member = language === "en" ? "Yangtze Commercial Bank" : "长江商业银行";
        const page = await desks.open(member, "/", { width, language });
        await page.context().clearCookies();
        await page.goto(desks.url);
        const link = language === "en" ? "Check an evidence file" : "核验证据文件";
        await page.getByRole("link", { name: link }).click();
        const { checkpoint, trust } = await vouch(bundle);
        const files = [upload("evidence.json", bundle), trust, checkpoint];
        await page.locator('input[type="file"]').setInputFiles(files);
        const done = language === "en" ? "Proved" : "已证明";
        await page.getByText(done, { exact: true }).waitFor();
        const told = await page.locator(".notice").first().textContent();
        console.error(`      ${told}`);
        expect(await excess(page)).to.be.at.most(0);
        await shot(page, `evidence-${language}-${width}`);
        expect(desks.errors).to.deep.equal([]);
      });
    }
  }
});
