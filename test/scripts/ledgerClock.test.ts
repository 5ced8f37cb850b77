import { expect } from "chai";
import { LedgerClock } from "../../scripts/ledger/LedgerClock.ts";

const NOON = 1_800_000_000;

describe("the embedded ledger's clock", () => {
  let wall = NOON;
  const clockOf = (mode: "wall" | "manual", lastTimestamp: number, followsWall = true) =>
    new LedgerClock({ mode, lastTimestamp, followsWall, wallSeconds: () => wall });

  beforeEach(() => {
    wall = NOON;
  });

  it("catches up with the wall after a pause", () => {
    expect(clockOf("wall", NOON - 500).now()).to.equal(NOON);
  });

  it("stands still while a wall clock that was set back is behind the last block", () => {
    const clock = clockOf("wall", NOON);
    clock.advance(NOON + 3);
    wall = NOON - 100;
    expect(clock.now()).to.equal(NOON + 3);
    wall = NOON + 4;
    expect(clock.now()).to.equal(NOON + 4);
  });

  it("runs on from a jump ahead, and from there again after a restart", () => {
    const clock = clockOf("wall", NOON);
    clock.jump(NOON + 86_400);
    wall += 10;
    expect(clock.now()).to.equal(NOON + 86_410);
    expect(clockOf("wall", NOON + 86_410).now()).to.equal(NOON + 86_410);
  });

  it("of a chain that began in the past runs on from its last block", () => {
    const clock = clockOf("wall", 1_000, false);
    wall += 7;
    expect(clock.now()).to.equal(1_007);
  });

  it("by hand moves only when told", () => {
    const clock = clockOf("manual", 1_000, false);
    wall += 7;
    expect(clock.now()).to.equal(1_000);
    clock.jump(1_000);
    clock.jump(2_000);
    expect(clock.now()).to.equal(2_000);
    expect(() => clock.jump(1_999)).to.throw(
      "The ledger's clock is at 2000 and cannot go back to 1999.",
    );
  });
});
