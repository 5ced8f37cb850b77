import { canonicalBillIdentity } from "@tallystick/sdk";
import type { GatewayServices } from "../../gatewayServices.ts";
import { readKeyEpochs } from "../../tags/readKeyEpochs.ts";

/** The bill's tags under every key epoch that the ledger asks for. */
export async function billTags(
  services: Pick<GatewayServices, "database" | "tags" | "tagSources">,
  billNumber: string,
) {
  const identity = canonicalBillIdentity(billNumber);
  const { current, earlier } = await readKeyEpochs(services);
  const tagAt = async (epoch: number) => services.tagSources.at(epoch).tagOf(identity);
  const [billTag, earlierBillTags] = await Promise.all([
    tagAt(current),
    Promise.all(earlier.map(async (epoch) => ({ epoch, tag: await tagAt(epoch) }))),
  ]);
  return { billTag, tagEpoch: current, earlierBillTags };
}
