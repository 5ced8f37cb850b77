import { earlyPayments, financings, liens } from "@tallystick/sdk";
import type { UpkeepDuty } from "./upkeepDuty.ts";

const movesAgain = (column: string) => `
  EXISTS (SELECT 1 FROM projected.certificate c WHERE c.certificate_id = ${column} AND NOT c.frozen)`;

const deliverFinancing: UpkeepDuty = {
  verb: "deliver-financing",
  sql: `
    SELECT f.financing_id::text AS subject, f.state AS occasion, f.accepted_at AS due_at
    FROM projected.financing f
    WHERE (f.state = 'waiting' AND ${movesAgain("f.certificate_id")})
      OR EXISTS (SELECT 1 FROM projected.buy_back b WHERE b.certificate_id = f.child_id AND b.state = 'waits'
        AND ${movesAgain("b.certificate_id")})`,
  write: (ledger, subject, ref) => financings.deliver(ledger, { financing: BigInt(subject), ref }),
};

const deliverEarlyPayment: UpkeepDuty = {
  verb: "deliver-early-payment",
  sql: `
    SELECT e.early_payment_id::text AS subject, '' AS occasion, e.agreed_at AS due_at
    FROM projected.early_payment e WHERE e.state = 'waits' AND ${movesAgain("e.certificate_id")}`,
  write: (ledger, subject, ref) =>
    earlyPayments.deliver(ledger, { earlyPayment: BigInt(subject), ref }),
};

const deliverLien: UpkeepDuty = {
  verb: "deliver-lien",
  sql: `
    SELECT l.lien_id::text AS subject, l.instruction_id::text AS occasion, l.proposed_at AS due_at
    FROM projected.lien l WHERE l.state = 'paid' AND (l.asset <> 'certificate' OR ${movesAgain("l.token_id")})`,
  write: (ledger, subject, ref) => liens.deliver(ledger, { lien: BigInt(subject), ref }),
};

/** What was paid while the thing could not move, and can now. */
export const deliveryDuties: readonly UpkeepDuty[] = [
  deliverFinancing,
  deliverEarlyPayment,
  deliverLien,
];
