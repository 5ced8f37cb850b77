import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { ledgerInterfaces } from "../../../sdk/index.ts";
import { readDeployment } from "../../../sdk/node.ts";
import { caughtFrom } from "../../helpers/caughtFrom.ts";

const address = `0x${"1".repeat(40)}`;
const addresses = Object.fromEntries(Object.keys(ledgerInterfaces).map((name) => [name, address]));

describe("a deployment file", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "deployment-"));
  });
  after(() => rm(folder, { recursive: true }));

  async function written(content: string): Promise<string> {
    const file = join(folder, "deployment.json");
    await writeFile(file, content);
    return file;
  }

  it("says where a ledger is", async () => {
    const deployment = { chainId: 7, block: 3, addresses };
    const file = await written(JSON.stringify(deployment));
    expect(await readDeployment(file)).to.deep.equal(deployment);
  });

  it("may be the one that a gateway reads", async () => {
    const file = await written(JSON.stringify({ chainId: 7, startBlock: 3, contracts: addresses }));
    expect(await readDeployment(file)).to.deep.equal({ chainId: 7, block: 3, addresses });
  });

  it("is refused in a sentence when it says something else", async () => {
    const { members: _, ...lacking } = addresses;
    for (const content of [
      "",
      "[]",
      JSON.stringify({ chainId: 7, block: 3, addresses: lacking }),
      JSON.stringify({ chainId: 7, block: 3, addresses: { ...addresses, rules: "0x12" } }),
      JSON.stringify({ chainId: "7", block: 3, addresses }),
    ]) {
      const file = await written(content);
      const error = await caughtFrom(readDeployment(file));
      expect(error.code).to.equal("deployment-unreadable");
      expect(error.message).to.equal(`${file} does not say where a ledger is.`);
    }
  });

  it("is refused when there is none", async () => {
    const error = await caughtFrom(readDeployment(join(folder, "none.json")));
    expect(error.code).to.equal("deployment-unreadable");
  });
});
