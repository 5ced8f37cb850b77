import { id } from "ethers";
import type { Player } from "../demonstration/admitCast.ts";
import type { DemoWorld } from "./demoWorld.ts";
import type { Issued } from "./issued.ts";

/** How far a receivable went down the chain. */
export interface Circulated {
  /** Deepest tier that a part reached. */
  readonly tier: number;
  /** The second tier's certificate and what is left in it. */
  readonly second: { readonly holder: Player; readonly certificate: string; readonly rest: bigint };
}

function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nobody to choose from");
  return item;
}

async function pass(from: Player, certificate: string, to: Player, value: bigint) {
  const passed = await from.api.post(`/v1/certificates/${certificate}/transfers`, {
    to: to.id,
    valueMinor: value.toString(),
    tradeReference: id(`delivery ${certificate} to ${to.id}`),
  });
  return { certificate: String(passed["certificate"]), tier: Number(passed["tier"]) };
}

/**
 * The seller passes all of it, or of every third receivable three fifths, to the second tier, which passes half of what
 * it got on; what can't be divided goes whole.
 */
export async function circulate(
  world: DemoWorld,
  issued: Issued,
  overnight: () => Promise<void>,
): Promise<Circulated> {
  const { planned, root, receivable } = issued;
  const amount = planned.row.amountMinor;
  const holder = pick(world.tierTwo, receivable);
  const toSecond = receivable % 3 !== 0 || amount < 5n ? amount : (amount * 3n) / 5n;
  await overnight();
  const { certificate } = await pass(world.seller, root, holder, toSecond);
  const toThird = toSecond < 2n ? toSecond : toSecond / 2n;
  await overnight();
  const { tier } = await pass(holder, certificate, pick(world.tierThree, receivable), toThird);
  return { tier, second: { holder, certificate, rest: toSecond - toThird } };
}
