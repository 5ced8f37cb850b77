import { validatorEnds } from "@tallystick/sdk";
import { expect } from "chai";

const NOW = 1_800_000_000;
const DAY = 86_400;
const at = (nodeId: string, days: number) => ({ nodeId, end: NOW + days * DAY });

describe("the ends of validators", () => {
  it("come with the stake or the place in the set, whichever is first, and in their order", () => {
    const set = [at("NodeID-a", 300), at("NodeID-b", 200), at("NodeID-c", 100)];
    const stakes = [at("NodeID-a", 90), at("NodeID-b", 365), at("NodeID-z", 1)];
    const ends = validatorEnds(set, stakes, NOW);
    expect(ends.map(({ nodeId, days }) => [nodeId, days])).to.deep.equal([
      ["NodeID-a", 90],
      ["NodeID-c", 100],
      ["NodeID-b", 200],
    ]);
    expect(ends.every(({ warning }) => warning === undefined)).to.equal(true);
  });

  it("are warned of from 30 days before, by another sentence once it is too late", () => {
    const ends = validatorEnds(
      [at("NodeID-a", 31), at("NodeID-b", 30), at("NodeID-c", 0)],
      [],
      NOW,
    );
    expect(ends.map(({ warning }) => warning)).to.deep.equal([
      "NodeID-c validates until 2027-01-15 and must be renewed at once.",
      "NodeID-b validates until 2027-02-14, 30 more days, and no longer unless it is renewed.",
      undefined,
    ]);
    expect(validatorEnds([at("NodeID-a", 31)], [], NOW, 31)[0]?.warning).to.be.a("string");
  });
});
