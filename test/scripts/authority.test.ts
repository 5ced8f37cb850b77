import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "chai";
import { z } from "zod";

const answer = z.object({
  functions: z.array(
    z.object({
      contract: z.string(),
      function: z.string(),
      who: z.string().min(1),
      refused: z.array(z.string()),
    }),
  ),
  untested: z.array(z.string()),
});

describe("npm run check:authority", () => {
  it("prints every function with who may call it, and none is untested", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "scripts/authority.ts",
      "--json",
    ]);
    const { functions, untested } = answer.parse(JSON.parse(stdout));
    expect(untested).to.deep.equal([]);
    expect(functions).to.have.length.above(100);
    expect(functions.find((one) => one.function === "admit")?.refused).to.deep.equal([
      "stranger",
      "otherRole",
    ]);
  }).timeout(60_000);
});
