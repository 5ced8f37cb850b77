import type { InvoiceDocument } from "@tallystick/sdk";
import { z } from "zod";
import type { Queryable } from "../../database/database.ts";
import { partyIdOf } from "../shared/partyIdOf.ts";
import { shareReads } from "../shared/shareReads.ts";
import { invoiceBody } from "./invoiceBody.ts";

type Invoices = readonly z.output<typeof invoiceBody>[];

const readDocument = shareReads(async (database, receivables: readonly number[]) => {
  const rows = await database.query<{ receivable_id: bigint; invoices: unknown }>(
    "SELECT receivable_id, invoices FROM local.receivable_document WHERE receivable_id = ANY($1::int8[])",
    [receivables],
  );
  const known = new Map(rows.map((row) => [Number(row.receivable_id), row]));
  return receivables.map((receivable) => known.get(receivable));
});

/** Invoices of a registration as documents, and what of them the gateway keeps. */
export const invoiceDocuments = {
  /** As the SDK identifies them; the creditor issued those that name no seller. */
  async of(database: Queryable, creditor: number, invoices: Invoices): Promise<InvoiceDocument[]> {
    const isOwn = invoices.some(({ sellerId }) => sellerId === undefined);
    const seller = isOwn ? await partyIdOf(database, creditor) : undefined;
    return invoices.map(({ number, code, sellerId = seller, buyerId, faceMinor, usedMinor }) => {
      if (sellerId === undefined) throw new Error("every invoice has a seller by now");
      return { number, code, sellerId, buyerId, face: faceMinor, used: usedMinor };
    });
  },

  async keep(
    transaction: Queryable,
    receivable: number,
    documents: readonly InvoiceDocument[],
    member: number,
  ): Promise<void> {
    const kept = documents.map(({ face, used = face, ...identity }) => ({
      ...identity,
      faceMinor: face.toString(),
      usedMinor: used.toString(),
    }));
    await transaction.query(
      `INSERT INTO local.receivable_document (receivable_id, invoices, recorded_by)
       VALUES ($1, $2::jsonb, $3) ON CONFLICT DO NOTHING`,
      [receivable, JSON.stringify(kept), member],
    );
  },

  /** What was kept of a registration through this gateway. */
  async find(database: Queryable, receivable: number): Promise<Invoices | undefined> {
    const row = await readDocument(database, receivable);
    return row === undefined ? undefined : z.array(invoiceBody).parse(row.invoices);
  },
} as const;
