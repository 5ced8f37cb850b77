import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { validatorsCommand } from "../../../scripts/tally/audit/validators/validatorsCommand.ts";
import { readWarpTrust, warpSetChange } from "../../../sdk/index.ts";
import { type WarpServers, warpServers } from "../../gateway/helpers/warpServers.ts";
import { refusalOf } from "../../helpers/refusalOf.ts";
import { warpValidators } from "../../helpers/warpValidators.ts";

const five = warpValidators.validators(5);
const next = [...five.slice(1), ...warpValidators.validators(1, "newcomer")];
const weigh = (set: typeof five) =>
  set.map(warpValidators.publicOf).map((each) => ({ ...each, weight: `${each.weight}` }));

describe("tally audit validators", () => {
  let nodes: WarpServers;
  let folder = "";
  let file = "";
  let out = "";
  before(async () => {
    nodes = await warpServers(five, async () => false);
    folder = await mkdtemp(join(tmpdir(), "tallystick-validators-"));
    [file, out] = [join(folder, "validators.json"), join(folder, "agreed.json")];
    const sets = [
      { fromBlock: "0", validators: weigh(five) },
      { fromBlock: "40", validators: weigh(next) },
    ];
    const pinned = { kind: "warp", ...warpValidators.chain, chainId: 5, sets };
    await writeFile(file, JSON.stringify(pinned));
  });
  after(async () => {
    await nodes.close();
    await rm(folder, { recursive: true });
    process.exitCode = undefined;
  });

  /** What a verb prints. */
  async function said(...words: readonly string[]): Promise<Record<string, unknown>> {
    const { log } = console;
    const lines: string[] = [];
    console.log = (line: string) => lines.push(line);
    try {
      await validatorsCommand().parseAsync([...words, "--json"], { from: "user" });
    } finally {
      console.log = log;
    }
    return JSON.parse(lines.join("\n")) as Record<string, unknown>;
  }
  const confirming = () => said("confirm", file, "--warp-url", ...nodes.urls, "--out", out);

  it("says which message the validators before are to sign", async () => {
    const { message } = await said("propose", file);
    const change = { fromBlock: 40n, validators: next.map(warpValidators.publicOf) };
    const own = warpSetChange(warpValidators.chain, change);
    expect(message).to.equal(`0x${Buffer.from(own).toString("hex")}`);
    expect(Buffer.from(own).toString("utf8")).to.include("from block 40\nNodeID-");
  });

  it("writes nothing while their operators did not agree", async () => {
    const { error } = await confirming();
    expect(error)
      .to.have.property("message")
      .that.matches(/^Only 0 validators agree/);
    expect(process.exitCode).to.equal(3);
  });

  it("puts what a quorum of them signed into the file, which holds for that set alone", async () => {
    const { message } = await said("propose", file);
    nodes.configure(String(message));
    nodes.conduct(0, "down");
    const { signers } = await confirming();
    expect(signers).to.have.length(4);
    const agreed = JSON.parse(await readFile(out, "utf8"));
    expect(agreed).to.include({ chainId: 5 });
    expect(readWarpTrust(agreed).sets[1]?.signedChange).to.match(/^0x/);
    const earlier = { ...agreed.sets[1], fromBlock: "39" };
    const told = { ...agreed, sets: [agreed.sets[0], earlier] };
    expect(refusalOf(() => readWarpTrust(told))).to.include({ code: "warp-change-invalid" });
  });
});
