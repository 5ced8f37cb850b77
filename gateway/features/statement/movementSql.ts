const columns = `e.key, e.name, e.block_time, e.transaction_hash, c.certificate_id, c.receivable_id, c.cause`;
const minted = `JOIN projected.event e ON e.transaction_hash = c.transaction_hash
  AND e.contract = 'creditCertificates' AND e.name IN ('RootMinted', 'Passed')
  AND e.args ->> 'id' = c.certificate_id::text`;
const ended = `JOIN projected.event e ON e.args ->> 'id' = c.certificate_id::text
  AND e.contract = 'creditCertificates' AND e.name IN ('Settled', 'Retired')`;
const value = "(e.args ->> 'value')::numeric";

/**
 * Every change of what a member holds and owes in a currency, from the events themselves: $1 is the member, $2 the
 * currency. Splits and merges move nothing: both sides are the member's.
 */
export const movementSql = `
  SELECT 'held' AS book, ${columns}, ${value} AS amount, coalesce(c.passed_by, c.obligor) AS party, c.trade_reference
  FROM projected.certificate c ${minted}
  WHERE c.holder = $1 AND c.currency = $2 AND c.cause <> 'split'
  UNION ALL
  SELECT 'held', ${columns}, -${value}, c.holder, c.trade_reference
  FROM projected.certificate p JOIN projected.certificate c ON c.parent_id = p.certificate_id ${minted}
  WHERE p.holder = $1 AND c.currency = $2 AND c.cause <> 'split'
  UNION ALL
  SELECT 'held', ${columns}, -${value}, c.obligor, NULL
  FROM projected.certificate c ${ended} WHERE c.holder = $1 AND c.currency = $2
  UNION ALL
  SELECT 'owed', ${columns}, ${value}, c.holder, c.trade_reference
  FROM projected.certificate c ${minted}
  WHERE c.obligor = $1 AND c.currency = $2 AND c.cause = 'issue'
  UNION ALL
  SELECT 'owed', ${columns}, -${value}, c.holder, NULL
  FROM projected.certificate c ${ended} WHERE c.obligor = $1 AND c.currency = $2`;
