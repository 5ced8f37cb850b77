import { dayToCivilDate } from "@tallystick/sdk";
import { id } from "ethers";
import type { Answer } from "../client/ApiClient.ts";
import { chainClock } from "./chainClock.ts";
import type { DemoWorld } from "./demoWorld.ts";
import { inParallel } from "./inParallel.ts";
import type { Issued } from "./issued.ts";

interface TreeNode {
  readonly certificate: string;
  readonly holder: { readonly memberId: number } | null;
  readonly valueMinor: string;
}

/** What the settlement bank says of payments that it made. */
async function attest(
  world: DemoWorld,
  paid: readonly { readonly instruction: string; readonly reference: string }[],
  day: number,
): Promise<void> {
  const items = paid.map(({ instruction, reference }) => ({
    instruction,
    outcome: "paid",
    bankReference: reference,
    valueDate: dayToCivilDate(day),
    receiptDigest: id(`receipt ${reference}`),
  }));
  requireDone(await world.bank.api.post("/v1/attestations/batch", { items }));
}

/** The items of a batch, all of which must have been done. */
function requireDone(answer: Answer): readonly Answer[] {
  const items = answer["items"] as readonly Answer[];
  for (const item of items)
    if (item["problem"] !== undefined && item["problem"] !== null)
      throw new Error(`an item of a batch was refused: ${JSON.stringify(item["problem"])}`);
  return items;
}

function holderOf(world: DemoWorld, { holder }: TreeNode) {
  const { seller, tierTwo, tierThree, financiers } = world;
  const found = [seller, ...tierTwo, ...tierThree, ...financiers].find(
    (player) => player.id === holder?.memberId,
  );
  if (found === undefined) throw new Error(`member ${holder?.memberId} holds a certificate`);
  return found;
}

/** Before the due day: each holder proposes an early payment without discount, the customer agrees to all of them. */
async function payEarly(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  const tree = await issued.obligor.api.get(`/v1/certificates/${issued.root}/tree`);
  const live = (tree["nodes"] as readonly TreeNode[]).filter(
    ({ valueMinor }) => valueMinor !== "0",
  );
  const proposals = await inParallel(live, live.length, async (node) => {
    const proposed = await holderOf(world, node).api.post("/v1/early-payments/proposals", {
      certificate: node.certificate,
      faceMinor: node.valueMinor,
      paidMinor: node.valueMinor,
      bank: world.bank.id,
      expiresAt: chainClock.after(day, 7),
    });
    return { proposal: String(proposed["proposal"]) };
  });
  const batch = { items: proposals };
  const agreed = requireDone(await issued.obligor.api.post("/v1/early-payments/batch", batch));
  const instructions = agreed.map(({ instruction }) => ({
    instruction: String(instruction),
    reference: `EARLY-${String(instruction)}`,
  }));
  await attest(world, instructions, day);
}

/** From the due day on: one payment of the customer, distributed by a settlement run. */
async function payDue(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  const path = `/v1/receivables/${issued.receivable}`;
  const instructed = await issued.obligor.api.post(`${path}/settlements`, {
    amountMinor: issued.planned.row.amountMinor.toString(),
    bank: world.bank.id,
    expiresAt: chainClock.after(day, 7),
  });
  const instruction = String(instructed["instruction"]);
  await attest(world, [{ instruction, reference: `DUE-${instruction}` }], day);
  await world.seller.api.post(`${path}/settlement-batches`, { limit: 100 });
}

/** Settles a receivable whole, as its day demands. */
export async function settleRow(world: DemoWorld, issued: Issued, day: number): Promise<void> {
  if (day < issued.planned.dueDay) await payEarly(world, issued, day);
  else await payDue(world, issued, day);
  issued.settled = true;
}
