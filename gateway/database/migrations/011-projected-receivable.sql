-- Receivables and what they use of real things.
CREATE TABLE projected.receivable (
  receivable_id int8 PRIMARY KEY,
  obligor int8 NOT NULL,
  creditor int8 NOT NULL,
  amount_minor numeric(24) NOT NULL CHECK (amount_minor > 0),
  currency text NOT NULL,
  delivery_date date NOT NULL,
  contract_due_date date NOT NULL,
  due_date date NOT NULL,
  state text NOT NULL CHECK (state IN
    ('registered', 'confirmed', 'accepted', 'discharged', 'rejected', 'voided', 'expired')),
  document_root text NOT NULL,
  defence_waiver boolean NOT NULL,
  notice_by_ledger boolean NOT NULL,
  long_term_reason text NOT NULL,
  obligor_interest_share int4 NOT NULL,
  terms jsonb NOT NULL,
  terms_digest text NOT NULL,
  registered_by int8 NOT NULL,
  registered_at timestamptz NOT NULL,
  rules_version int4,
  accept_by timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  accepted_at timestamptz,
  ended_at timestamptz,
  root_certificate int8,
  -- Open confirmed amount: confirmed and neither settled nor retired.
  open_minor numeric(24) NOT NULL DEFAULT 0,
  live_minor numeric(24) NOT NULL DEFAULT 0,
  settled_minor numeric(24) NOT NULL DEFAULT 0,
  retired_minor numeric(24) NOT NULL DEFAULT 0,
  waiting_minor numeric(24) NOT NULL DEFAULT 0,
  circulation_closed boolean NOT NULL DEFAULT false,
  overdue_since timestamptz,
  tenor_warning_days int4
);
CREATE INDEX receivable_obligor ON projected.receivable (obligor, due_date, receivable_id);
CREATE INDEX receivable_creditor ON projected.receivable (creditor, receivable_id);
CREATE INDEX receivable_state ON projected.receivable (state, receivable_id);

CREATE TABLE projected.claim (
  claimant text NOT NULL,
  claim_key text NOT NULL,
  epoch int8 NOT NULL,
  tag text NOT NULL,
  exists_amount numeric(24) NOT NULL,
  amount numeric(24) NOT NULL,
  unit text NOT NULL,
  PRIMARY KEY (claimant, claim_key)
);
CREATE INDEX claim_tag ON projected.claim (claim_key);

CREATE TABLE projected.claim_phase (
  claimant text PRIMARY KEY,
  phase text NOT NULL CHECK (phase IN ('reserved', 'live', 'satisfied', 'released'))
);

CREATE TABLE projected.bill_range (
  claim_key text NOT NULL,
  range_from numeric(24) NOT NULL,
  range_to numeric(24) NOT NULL,
  claimant text NOT NULL,
  PRIMARY KEY (claim_key, range_from),
  CHECK (range_from < range_to)
);
