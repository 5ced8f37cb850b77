import { type PositionFlag, positionFlags } from "@tallystick/sdk";
import type { z } from "zod";
import type { RefOf } from "../shared/memberRefs.ts";
import type { certificateBody } from "./certificateBody.ts";
import type { CertificateRow } from "./certificateRow.ts";

/** A certificate before its integers become text. */
export type ShownCertificate = {
  [Name in keyof z.output<typeof certificateBody>]: unknown;
} & { readonly flags: readonly PositionFlag[] };

/** A certificate as answers show it. */
export function showCertificate(row: CertificateRow, refOf: RefOf): ShownCertificate {
  return {
    certificate: row.certificate_id,
    receivable: Number(row.receivable_id),
    serial: Number(row.serial),
    obligor: refOf(row.obligor),
    holder: refOf(row.holder),
    valueMinor: row.value_minor,
    heldMinor: row.held_minor,
    freeMinor: row.value_minor - row.held_minor,
    waitingMinor: row.waiting_minor,
    mintedMinor: row.minted_minor,
    currency: row.currency,
    tier: row.tier,
    dueDate: row.due_date,
    state: row.value_minor > 0n ? "live" : "spent",
    flags: positionFlags.filter((flag) => row[flag]),
    cause: row.cause,
    parent: row.parent_id,
    issuedAt: row.minted_at,
  };
}
