import type { MemberRole } from "@tallystick/sdk";
import type { Queryable } from "../database/database.ts";
import type { Identity } from "./identity.ts";
import { isOverseer } from "./isOverseer.ts";
import { overseers } from "./overseers.ts";
import type { Policy } from "./permission.ts";

// Parties of each noun: $1 is its id, $2 the member that asks. A noun that doesn't exist has no parties.
const parties = {
  member: "SELECT 1 WHERE $1::int8 = $2::int8",
  receivable: `
    SELECT 1 FROM projected.receivable
      WHERE receivable_id = $1 AND $2 IN (obligor, creditor)
    UNION ALL SELECT 1 FROM projected.certificate WHERE receivable_id = $1 AND holder = $2`,
  certificate: `
    SELECT 1 FROM projected.certificate WHERE certificate_id = $1 AND $2 IN (holder, obligor)
    UNION ALL SELECT 1 FROM projected.offer
      WHERE certificate_id = $1 AND to_member = $2 AND state = 'open'
    UNION ALL SELECT 1 FROM projected.financing
      WHERE certificate_id = $1 AND $2 IN (financier, bank) AND state <> 'failed'
    UNION ALL SELECT 1 FROM projected.recourse WHERE certificate_id = $1 AND debtor = $2
    UNION ALL SELECT 1 FROM projected.lien WHERE asset = 'certificate' AND token_id = $1
      AND state <> 'ended' AND $2 IN (secured_party, buyer)
    UNION ALL SELECT 1 FROM local.view_request
      WHERE certificate_id = $1 AND bank = $2 AND state = 'granted'`,
  offer: "SELECT 1 FROM projected.offer WHERE offer_id = $1 AND $2 IN (from_member, to_member)",
  financing: `
    SELECT 1 FROM projected.financing
      WHERE financing_id = $1 AND $2 IN (financier, holder, obligor, bank)`,
  instruction: `
    SELECT 1 FROM projected.payment_instruction
      WHERE instruction_id = $1 AND $2 IN (payer, payee, bank)
    UNION ALL SELECT 1 FROM projected.payment_instruction i
      JOIN projected.certificate c ON c.receivable_id = i.subject
      WHERE i.instruction_id = $1 AND i.kind = 'settlement' AND c.holder = $2`,
  earlyPayment: `
    SELECT 1 FROM projected.early_payment
      WHERE early_payment_id = $1 AND $2 IN (obligor, holder, secured_party)`,
  run: `
    SELECT 1 FROM projected.settlement_run s
      JOIN projected.receivable r ON r.receivable_id = s.receivable_id
      JOIN projected.payment_instruction i ON i.instruction_id = s.instruction_id
      WHERE s.run_id = $1 AND $2 IN (r.obligor, i.bank)
    UNION ALL SELECT 1 FROM projected.settlement_leg WHERE run_id = $1 AND payee = $2`,
  location: `
    SELECT 1 FROM projected.location WHERE location_id = $1 AND $2 IN (custodian, counter)
    UNION ALL SELECT 1 FROM projected.lot l JOIN projected.receipt r ON r.lot_id = l.lot_id
      WHERE l.location_id = $1 AND r.holder = $2 AND r.cause <> 'root'
    UNION ALL SELECT 1 FROM projected.receipt_offer o
      JOIN projected.lot l ON l.lot_id = o.receipt_id >> 32
      WHERE l.location_id = $1 AND o.to_member = $2 AND o.state = 'open'`,
  lot: `
    SELECT 1 FROM projected.lot l JOIN projected.location p ON p.location_id = l.location_id
      WHERE l.lot_id = $1 AND $2 IN (p.custodian, p.counter)
    UNION ALL SELECT 1 FROM projected.receipt
      WHERE lot_id = $1 AND holder = $2 AND cause <> 'root'
    UNION ALL SELECT 1 FROM projected.receipt_offer
      WHERE receipt_id >> 32 = $1 AND to_member = $2 AND state = 'open'
    UNION ALL SELECT 1 FROM projected.lien l JOIN projected.receipt r ON r.receipt_id = l.token_id
      WHERE l.asset = 'receipt' AND r.lot_id = $1 AND l.state <> 'ended'
        AND $2 IN (l.secured_party, l.supervisor)`,
  receipt: `
    SELECT 1 FROM projected.receipt WHERE receipt_id = $1 AND $2 IN (holder, custodian)
    UNION ALL SELECT 1 FROM projected.receipt_offer
      WHERE receipt_id = $1 AND to_member = $2 AND state = 'open'
    UNION ALL SELECT 1 FROM projected.lien WHERE asset = 'receipt' AND token_id = $1
      AND state <> 'ended' AND $2 IN (secured_party, supervisor, buyer)`,
  receiptOffer: `
    SELECT 1 FROM projected.receipt_offer WHERE offer_id = $1 AND $2 IN (from_member, to_member)`,
  receiptOrder: `
    SELECT 1 FROM local.receipt_order o JOIN projected.receipt r ON r.receipt_id = o.receipt_id
      WHERE o.order_id = $1 AND $2 IN (o.holder, r.custodian)
    UNION ALL SELECT 1 FROM local.receipt_order o
      JOIN projected.lien l ON l.asset = 'receipt' AND l.token_id = o.receipt_id
      WHERE o.order_id = $1 AND l.state <> 'ended' AND l.secured_party = $2`,
  lien: `
    SELECT 1 FROM projected.lien
      WHERE lien_id = $1::numeric AND $2::int8 IN (debtor, secured_party, owed_by, supervisor, buyer)`,
  subscription: `
    SELECT 1 FROM local.subscription WHERE subscription_id = $1 AND member_id = $2`,
} as const;

/** A noun whose readers the table of policies names. */
export type ReadableNoun = keyof typeof parties;

const described: Readonly<Record<ReadableNoun, string>> = {
  member: "the member itself",
  receivable: "its obligor, its creditor, holders of its certificates",
  certificate:
    "its holder, its obligor, whom it is pledged to, and whom the holder lets look by an offer, a quote or a grant",
  offer: "who made it and who may take it",
  financing: "its holder, financier, obligor and bank",
  instruction: "its payer, payee and bank, and holders at a settlement",
  earlyPayment: "its obligor, its holder, and whom the value is pledged to",
  run: "its obligor, its bank and who is paid by it",
  location: "its custodian, who counts it, and holders of receipts over goods there",
  lot: "its custodian, who counts it, holders of its receipts, and whom they are pledged to",
  receipt: "its holder, its custodian, and whom it is offered or pledged to",
  receiptOffer: "who made it and who may take it",
  receiptOrder: "the holder that signed it, its custodian, and whom the receipt is pledged to",
  lien: "its debtor, its secured party, who owes or keeps what is pledged, its supervisor and a buyer",
  subscription: "the member whose it is",
};

function idIn(params: unknown, noun: string): unknown {
  if (typeof params !== "object" || params === null) return undefined;
  return (params as Readonly<Record<string, unknown>>)[noun];
}

/**
 * Who may read one thing: the one table of the gateway. Everybody whose business it is, and the members that oversee
 * by their office. A bank never reads another bank's quotes: quotes aren't here, they are selected by their parties.
 *
 * Each policy takes the path parameter that is named as its noun; who may write is the ledger's to say.
 */
export function policies(database: Queryable) {
  const isParty = async (noun: ReadableNoun, id: unknown, member: number): Promise<boolean> => {
    const sql = `SELECT EXISTS (${parties[noun]}) AS found`;
    const [row] = await database.query<{ found: boolean }>(sql, [id, member]);
    return row?.found ?? false;
  };
  return {
    /** Whether a member may read it; for routes that look at several or at an id of their own. */
    async mayRead(noun: ReadableNoun, id: bigint | number, identity: Identity): Promise<boolean> {
      if (isOverseer(identity)) return true;
      return isParty(noun, id, identity.memberId);
    },
    /** The permission of a route about what is its parties' alone: nobody oversees it by office. */
    own(noun: ReadableNoun): Policy {
      return {
        policy: described[noun],
        allows: (identity, { params }) => isParty(noun, idIn(params, noun), identity.memberId),
      };
    },
    /** The permission of a route; `others` are roles that may read it too. */
    read(noun: ReadableNoun, others: readonly MemberRole[] = []): Policy {
      const roles = [...new Set([...overseers, ...others])];
      return {
        policy: `${described[noun]}; ${roles.join(", ")}`,
        async allows(identity, { params }) {
          if (roles.some((role) => identity.roles.includes(role))) return true;
          return isParty(noun, idIn(params, noun), identity.memberId);
        },
      };
    },
  };
}
