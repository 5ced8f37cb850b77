import { network } from "hardhat";

/** The in-process chain of all contract tests, from a fixed day on so that civil days read the same each time. */
export const chain = await network.create({
  network: "default",
  chainType: "l1",
  override: { initialDate: "2026-01-05T02:00:00Z" },
});
