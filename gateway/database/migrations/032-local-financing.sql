-- Requests for financing and the texts of quotes: prices stay off the chain. Whether a quote was accepted, the chain says.
CREATE SEQUENCE local.financing_request_number;
CREATE TABLE local.financing_request (
  request_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  holder int8 NOT NULL,
  value_minor numeric(24) NOT NULL,
  -- Whom the holder asked; empty: every financier.
  financiers int8[] NOT NULL,
  note text NOT NULL,
  requested_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX financing_request_holder ON local.financing_request (holder, request_id);
CREATE INDEX financing_request_open ON local.financing_request (request_id) WHERE withdrawn_at IS NULL;

CREATE SEQUENCE local.quote_number;
CREATE TABLE local.quote (
  quote_id int8 PRIMARY KEY,
  request_id int8 NOT NULL,
  certificate_id int8 NOT NULL,
  financier int8 NOT NULL,
  holder int8 NOT NULL,
  -- Every signed term, as the ledger's contract names them.
  terms jsonb NOT NULL,
  nonce text NOT NULL,
  account text NOT NULL,
  signature text NOT NULL,
  deadline timestamptz NOT NULL,
  -- When the financier's gateway recomputed the receivable's tags from its invoices.
  tags_checked_at timestamptz NOT NULL,
  quoted_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX quote_request ON local.quote (request_id, quote_id);
CREATE INDEX quote_financier ON local.quote (financier, quote_id);
CREATE INDEX quote_holder ON local.quote (holder, quote_id);
