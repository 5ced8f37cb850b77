import { canonicalBillIdentity } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { readKeyEpochs } from "../../tags/readKeyEpochs.ts";

/** The bill's tags under every key epoch that the ledger asks for. */
export async function billTags(
  services: Pick<GatewayServices, "database" | "tags" | "tagSources">,
  billNumber: string,
) {
  const { tagSources } = services;
  const identity = canonicalBillIdentity(billNumber);
  const { current, earlier } = await readKeyEpochs(services);
  const earlierBillTags = earlier.map(async (epoch) => ({
    epoch,
    tag: await tagSources.at(epoch).tagOf(identity),
  }));
  return {
    billTag: await tagSources.at(current).tagOf(identity),
    tagEpoch: current,
    earlierBillTags: await Promise.all(earlierBillTags),
  };
}
