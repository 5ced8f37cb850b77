/** Quotes with what the ledger says of them, as a table `quote`; `where` is over `local.quote q`. */
const from = (where: string) => `(
    SELECT q.quote_id, q.request_id, q.certificate_id, c.receivable_id, q.financier, q.holder, c.obligor, c.currency,
      c.due_date, q.terms, q.account, q.signature, q.tags_checked_at, q.quoted_at, f.financing_id,
      CASE WHEN f.financing_id IS NOT NULL THEN 'accepted' WHEN q.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN q.deadline < (SELECT block_time FROM projected.checkpoint) THEN 'expired'
        WHEN (q.terms ->> 'epoch')::int8 <> m.epoch THEN 'void' ELSE 'open' END AS status
    FROM local.quote q
    JOIN projected.certificate c ON c.certificate_id = q.certificate_id
    JOIN projected.member m ON m.member_id = q.financier
    LEFT JOIN LATERAL (SELECT financing_id FROM projected.financing
      WHERE quote ->> 'nonce' = q.nonce AND financier = q.financier LIMIT 1) f ON true
    WHERE ${where}) AS quote`;

// Whether a quote was accepted, the chain says: acceptance used up the financier's nonce.
export const quoteSql = {
  from,
  select: (where: string) => `SELECT * FROM ${from(where)}`,
} as const;
