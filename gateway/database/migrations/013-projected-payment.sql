-- Payment instructions, what banks attested, and settlement at the due day.
CREATE TABLE projected.payment_instruction (
  instruction_id int8 PRIMARY KEY,
  payer int8 NOT NULL,
  -- Null at a settlement of the due day: the holders of record.
  payee int8,
  bank int8 NOT NULL,
  amount_minor numeric(24) NOT NULL,
  currency text NOT NULL,
  kind text NOT NULL CHECK (kind IN
    ('settlement', 'early-payment', 'financing', 'financing-interest', 'buy-back', 'late-interest', 'fee')),
  state text NOT NULL CHECK (state IN ('issued', 'accepted', 'paid', 'returned', 'expired', 'ended')),
  subject int8 NOT NULL,
  issuer text NOT NULL,
  expires_at timestamptz NOT NULL,
  payer_account text NOT NULL,
  payee_account text NOT NULL,
  legs jsonb NOT NULL,
  value_date date,
  paid_minor numeric(24),
  bank_reference text,
  receipt_digest text,
  end_proposed_by int8[] NOT NULL,
  contested_by int8[] NOT NULL,
  issued_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX payment_instruction_payer ON projected.payment_instruction (payer, instruction_id);
CREATE INDEX payment_instruction_payee ON projected.payment_instruction (payee, instruction_id);
CREATE INDEX payment_instruction_bank ON projected.payment_instruction (bank, state, instruction_id);

CREATE TABLE projected.unmatched_payment (
  unmatched_id int8 PRIMARY KEY,
  instruction_id int8,
  bank int8 NOT NULL,
  amount_minor numeric(24) NOT NULL,
  currency text NOT NULL,
  -- Above what a paid instruction needed, rather than without one.
  excess boolean NOT NULL,
  attestation jsonb NOT NULL,
  match_proposed jsonb NOT NULL,
  matched_instruction int8,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX unmatched_payment_bank ON projected.unmatched_payment (bank, unmatched_id);

CREATE TABLE projected.settlement_run (
  run_id int8 PRIMARY KEY,
  receivable_id int8 NOT NULL,
  instruction_id int8 NOT NULL,
  total_minor numeric(24) NOT NULL,
  paid_minor numeric(24) NOT NULL,
  value_date date NOT NULL,
  open boolean NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE INDEX settlement_run_receivable ON projected.settlement_run (receivable_id, run_id);

CREATE TABLE projected.queued_run (
  instruction_id int8 PRIMARY KEY,
  receivable_id int8 NOT NULL,
  amount_minor numeric(24) NOT NULL,
  queued_at timestamptz NOT NULL
);
CREATE INDEX queued_run_receivable ON projected.queued_run (receivable_id);

CREATE TABLE projected.settlement_leg (
  leg_id text COLLATE "C" PRIMARY KEY,
  run_id int8 NOT NULL,
  certificate_id int8 NOT NULL,
  payee int8,
  face_minor numeric(24) NOT NULL,
  to_payee_minor numeric(24) NOT NULL,
  debtor int8,
  to_debtor_minor numeric(24) NOT NULL,
  late_interest_minor numeric(24) NOT NULL,
  state text NOT NULL CHECK (state IN ('settled', 'waits', 'freed', 'undelivered')),
  settled_at timestamptz NOT NULL
);
CREATE INDEX settlement_leg_run ON projected.settlement_leg (run_id, leg_id);
CREATE INDEX settlement_leg_certificate ON projected.settlement_leg (certificate_id, leg_id);
CREATE INDEX settlement_leg_payee ON projected.settlement_leg (payee, leg_id);

CREATE TABLE projected.late_interest (
  certificate_id int8 PRIMARY KEY,
  payee int8 NOT NULL,
  owed_minor numeric(24) NOT NULL,
  instruction_id int8
);
CREATE INDEX late_interest_payee ON projected.late_interest (payee);

CREATE TABLE projected.early_payment (
  early_payment_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  obligor int8 NOT NULL,
  holder int8 NOT NULL,
  face_minor numeric(24) NOT NULL,
  paid_minor numeric(24) NOT NULL,
  hold_id int8 NOT NULL,
  instruction_id int8 NOT NULL,
  obligor_overdue boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('agreed', 'settled', 'waits', 'failed')),
  agreed_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX early_payment_obligor ON projected.early_payment (obligor, early_payment_id);
CREATE INDEX early_payment_holder ON projected.early_payment (holder, early_payment_id);

CREATE TABLE projected.retirement (
  retirement_id text COLLATE "C" PRIMARY KEY,
  certificate_id int8 NOT NULL,
  obligor int8 NOT NULL,
  holder int8 NOT NULL,
  value_minor numeric(24) NOT NULL,
  bill_tag text NOT NULL,
  range_from numeric(24) NOT NULL,
  range_to numeric(24) NOT NULL,
  retired_at timestamptz NOT NULL
);
