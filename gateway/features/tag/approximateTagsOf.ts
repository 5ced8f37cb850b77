import {
  type ApproximateInvoice,
  looseInvoiceIdentity,
  nearInvoiceIdentity,
  type TagSource,
} from "@tallystick/sdk";
import type { ApproximateTag } from "./recordApproximateTags.ts";

/** Loose and near tags of invoices under the current key epoch. */
export async function approximateTagsOf(
  source: TagSource,
  invoices: readonly ApproximateInvoice[],
): Promise<readonly ApproximateTag[]> {
  const epoch = Number(source.epoch);
  const wanted = invoices.flatMap((invoice) => [
    { kind: "loose" as const, identity: looseInvoiceIdentity(invoice) },
    { kind: "near" as const, identity: nearInvoiceIdentity(invoice) },
  ]);
  return Promise.all(
    wanted.map(async ({ kind, identity }) => ({ epoch, kind, tag: await source.tagOf(identity) })),
  );
}
