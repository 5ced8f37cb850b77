import { financings, liens, offers, payments, receipts, receivables } from "@tallystick/sdk";
import type { UpkeepDuty } from "./upkeepDuty.ts";

// Nothing of a receivable circulates after its due day, nor once a settlement run opened.
const certificateEnded = `(r.circulation_closed OR r.due_date < $2::date)`;
const receivableOfCertificate = `
  JOIN projected.certificate c ON c.certificate_id = CERTIFICATE
  JOIN projected.receivable r ON r.receivable_id = c.receivable_id`;

const throughCertificate = (column: string) =>
  receivableOfCertificate.replace("CERTIFICATE", column);

const expireOffer: UpkeepDuty = {
  verb: "expire-offer",
  sql: `
    SELECT o.offer_id::text AS subject, '' AS occasion, o.expires_at AS due_at
    FROM projected.offer o ${throughCertificate("o.certificate_id")}
    WHERE o.state = 'open' AND (o.expires_at < $1 OR ${certificateEnded})`,
  write: (ledger, subject, ref) => offers.expire(ledger, { offer: BigInt(subject), ref }),
};

const expireReceiptOffer: UpkeepDuty = {
  verb: "expire-receipt-offer",
  sql: `
    SELECT o.offer_id::text AS subject, '' AS occasion, o.expires_at AS due_at
    FROM projected.receipt_offer o JOIN projected.receipt p ON p.receipt_id = o.receipt_id
    WHERE o.state = 'open' AND (o.expires_at < $1 OR p.storage_until < $2::date)`,
  write: (ledger, subject, ref) => receipts.expireOffer(ledger, { offer: BigInt(subject), ref }),
};

const expireReceivable: UpkeepDuty = {
  verb: "expire-receivable",
  sql: `
    SELECT receivable_id::text AS subject, '' AS occasion, accept_by AS due_at FROM projected.receivable
    WHERE state = 'confirmed' AND accept_by < $1`,
  write: (ledger, subject, ref) => receivables.expire(ledger, { receivable: Number(subject), ref }),
};

const expireFinancing: UpkeepDuty = {
  verb: "expire-financing",
  sql: `
    SELECT f.financing_id::text AS subject, '' AS occasion, f.register_by AS due_at
    FROM projected.financing f ${throughCertificate("f.certificate_id")}
    WHERE f.state = 'accepted' AND (f.register_by < $1 OR ${certificateEnded})`,
  write: (ledger, subject, ref) => financings.expire(ledger, { financing: BigInt(subject), ref }),
};

// An unaccepted instruction also ends at the cut-off of what it pays for: each issuer's `isAcceptable`.
const pastCutOff = `
  EXISTS (SELECT 1 FROM projected.financing f ${throughCertificate("f.certificate_id")}
    WHERE f.instruction_id = i.instruction_id AND ${certificateEnded})
  OR EXISTS (SELECT 1 FROM projected.financing f
    WHERE f.interest_instruction_id = i.instruction_id AND f.state = 'failed')
  OR EXISTS (SELECT 1 FROM projected.early_payment e ${throughCertificate("e.certificate_id")}
    WHERE e.instruction_id = i.instruction_id AND ${certificateEnded})
  OR EXISTS (SELECT 1 FROM projected.lien l WHERE l.instruction_id = i.instruction_id
    AND (l.state <> 'selling' OR l.amount < l.sale_value))`;

const expireInstruction: UpkeepDuty = {
  verb: "expire-instruction",
  sql: `
    SELECT i.instruction_id::text AS subject, '' AS occasion, i.expires_at AS due_at
    FROM projected.payment_instruction i
    WHERE i.state = 'issued' AND (i.expires_at < $1 OR ${pastCutOff})`,
  write: (ledger, subject, ref) => payments.expire(ledger, { instruction: BigInt(subject), ref }),
};

const expireLien: UpkeepDuty = {
  verb: "expire-lien",
  sql: `
    SELECT l.lien_id::text AS subject, '' AS occasion, l.expires_at AS due_at FROM projected.lien l
    WHERE l.state = 'proposed' AND (l.expires_at < $1
      OR EXISTS (SELECT 1 FROM projected.certificate c JOIN projected.receivable r ON r.receivable_id = c.receivable_id
        WHERE l.asset = 'certificate' AND c.certificate_id = l.token_id AND ${certificateEnded})
      OR EXISTS (SELECT 1 FROM projected.receipt p
        WHERE l.asset = 'receipt' AND p.receipt_id = l.token_id AND p.storage_until < $2::date))`,
  write: (ledger, subject, ref) => liens.expire(ledger, { lien: BigInt(subject), ref }),
};

/** Everything on the ledger that holds something back until an expiry. Standing acceptances and orders hold nothing. */
export const expiryDuties: readonly UpkeepDuty[] = [
  expireOffer,
  expireReceiptOffer,
  expireReceivable,
  expireFinancing,
  expireInstruction,
  expireLien,
];
