import type { Queryable } from "../../database/database.ts";
import { plainJson } from "../../json/plainJson.ts";
import type { Stake } from "../../openapi/stake.ts";

/** Something that a request names, with the part of it that it moves and who else is concerned. */
interface Asked {
  readonly id: bigint | number;
  /** Minor units; the whole thing's unless given. */
  readonly amount?: bigint | undefined;
  readonly party?: number | undefined;
}

interface StakeRow {
  amount: bigint | null;
  currency: string | null;
  parties: (bigint | null)[];
}

const asked = `
  FROM jsonb_to_recordset($1::jsonb) AS asked(id numeric, amount numeric, party int8)`;

const certificate = "JOIN projected.certificate c ON c.certificate_id =";

const sources = {
  receivable: `SELECT coalesce(asked.amount, r.amount_minor) AS amount, r.currency,
      ARRAY[r.obligor, r.creditor] AS parties
    ${asked} JOIN projected.receivable r ON r.receivable_id = asked.id`,
  certificate: `SELECT coalesce(asked.amount, c.value_minor) AS amount, c.currency,
      ARRAY[c.obligor, c.holder, asked.party] AS parties
    ${asked} ${certificate} asked.id`,
  lateInterest: `SELECT i.owed_minor AS amount, c.currency, ARRAY[i.payee, c.obligor] AS parties
    ${asked} JOIN projected.late_interest i ON i.certificate_id = asked.id ${certificate} asked.id`,
  offer: `SELECT o.value_minor AS amount, c.currency, ARRAY[o.from_member, o.to_member] AS parties
    ${asked} JOIN projected.offer o ON o.offer_id = asked.id ${certificate} o.certificate_id`,
  instruction: `SELECT coalesce(asked.amount, i.amount_minor) AS amount, i.currency,
      ARRAY[i.payer, i.payee, i.bank] AS parties
    ${asked} JOIN projected.payment_instruction i ON i.instruction_id = asked.id`,
  unmatched: `SELECT u.amount_minor AS amount, u.currency, ARRAY[u.bank] AS parties
    ${asked} JOIN projected.unmatched_payment u ON u.unmatched_id = asked.id`,
  financingRequest: `SELECT coalesce(asked.amount, r.value_minor) AS amount, c.currency,
      ARRAY[r.holder, c.obligor] AS parties
    ${asked} JOIN local.financing_request r ON r.request_id = asked.id ${certificate} r.certificate_id`,
  quote: `SELECT r.value_minor AS amount, c.currency, ARRAY[q.financier, q.holder] AS parties
    ${asked} JOIN local.quote q ON q.quote_id = asked.id
    JOIN local.financing_request r ON r.request_id = q.request_id ${certificate} r.certificate_id`,
  financing: `SELECT f.principal_minor AS amount, f.currency, ARRAY[f.financier, f.holder] AS parties
    ${asked} JOIN projected.financing f ON f.financing_id = asked.id`,
  // Goods are counted, not priced: a pledge of them moves no amount that a rule could weigh.
  lien: `SELECT CASE WHEN l.asset = 'certificate' THEN l.amount END AS amount,
      CASE WHEN l.asset = 'certificate' THEN l.unit END AS currency,
      ARRAY[l.debtor, l.secured_party, l.owed_by] AS parties
    ${asked} JOIN projected.lien l ON l.lien_id = asked.id`,
  proposal: `SELECT coalesce(p.terms ->> 'face', p.terms ->> 'value')::numeric AS amount, c.currency,
      ARRAY[p.obligor, p.holder] AS parties
    ${asked} JOIN local.proposal p ON p.proposal_id = asked.id ${certificate} p.certificate_id`,
} as const;

async function read(
  database: Queryable,
  source: keyof typeof sources,
  items: readonly Asked[],
): Promise<Stake | undefined> {
  const rows = await database.query<StakeRow>(sources[source], [plainJson(items)]);
  // What is not known can't be weighed: such a write then needs a second person whatever it says.
  if (rows.length !== items.length) return undefined;
  const parties = rows.flatMap((row) => row.parties).filter((party) => party !== null);
  const amounts = rows.flatMap(({ amount: amountMinor, currency }) =>
    amountMinor === null || currency === null ? [] : [{ amountMinor, currency }],
  );
  return amounts.length === rows.length ? { amounts, parties } : undefined;
}

/** Amounts and parties of a write whose request names things by their numbers. */
export const stakeOf = {
  /** One thing, or the part of it that the request states. */
  one(
    database: Queryable,
    source: keyof typeof sources,
    id: Asked["id"],
    stated: Omit<Asked, "id"> = {},
  ): Promise<Stake | undefined> {
    return read(database, source, [{ id, ...stated }]);
  },
  many: read,
} as const;
