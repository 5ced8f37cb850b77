import { dayToCivilDate } from "@tallystick/sdk";
import { id } from "ethers";
import { chainClock } from "./chainClock.ts";
import type { DemoWorld } from "./demoWorld.ts";
import { inParallel } from "./inParallel.ts";
import type { Issued } from "./issued.ts";

interface TreeNode {
  readonly certificate: string;
  readonly holder: { readonly memberId: number } | null;
  readonly valueMinor: string;
}

async function attest(
  world: DemoWorld,
  instruction: string,
  reference: string,
  day: number,
): Promise<void> {
  await world.bank.api.post(`/v1/payment-instructions/${instruction}/attestation`, {
    outcome: "paid",
    bankReference: reference,
    valueDate: dayToCivilDate(day),
    receiptDigest: id(`receipt ${reference}`),
  });
}

function holderOf(world: DemoWorld, { holder }: TreeNode) {
  const { seller, tierTwo, tierThree, financiers } = world;
  const found = [seller, ...tierTwo, ...tierThree, ...financiers].find(
    (player) => player.id === holder?.memberId,
  );
  if (found === undefined) throw new Error(`member ${holder?.memberId} holds a certificate`);
  return found;
}

/** Before the due day: each holder and the customer agree on an early payment without discount. */
async function payEarly(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  const tree = await issued.obligor.api.get(`/v1/certificates/${issued.root}/tree`);
  const live = (tree["nodes"] as readonly TreeNode[]).filter(
    ({ valueMinor }) => valueMinor !== "0",
  );
  await inParallel(live, live.length, async (node) => {
    const proposed = await issued.obligor.api.post("/v1/early-payments/proposals", {
      certificate: node.certificate,
      faceMinor: node.valueMinor,
      paidMinor: node.valueMinor,
      bank: world.bank.id,
      expiresAt: chainClock.after(day, 1),
    });
    const path = `/v1/early-payments/proposals/${String(proposed["proposal"])}/agreement`;
    const agreed = await holderOf(world, node).api.post(path);
    await attest(world, String(agreed["instruction"]), `EARLY-${node.certificate}`, day);
  });
}

/** From the due day on: one payment of the customer, distributed by a settlement run. */
async function payDue(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  const path = `/v1/receivables/${issued.receivable}`;
  const instructed = await issued.obligor.api.post(`${path}/settlements`, {
    amountMinor: issued.planned.row.amountMinor.toString(),
    bank: world.bank.id,
    expiresAt: chainClock.after(day, 1),
  });
  await attest(world, String(instructed["instruction"]), `DUE-${issued.receivable}`, day);
  await world.seller.api.post(`${path}/settlement-batches`, { limit: 100 });
}

/** Settles a receivable whole, as its day demands. */
export async function settleRow(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  if (day < issued.planned.dueDay) await payEarly(world, issued, day);
  else await payDue(world, issued, day);
  issued.settled = true;
}
