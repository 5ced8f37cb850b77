-- Financings: quotes that were accepted, what became of them, and who stands behind financed positions.
CREATE TABLE projected.financing (
  financing_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  child_id int8,
  hold_id int8 NOT NULL,
  instruction_id int8,
  interest_instruction_id int8,
  financier int8 NOT NULL,
  holder int8 NOT NULL,
  obligor int8 NOT NULL,
  currency text NOT NULL,
  value_minor numeric(24) NOT NULL,
  principal_minor numeric(24) NOT NULL,
  discount_minor numeric(24) NOT NULL,
  fee_minor numeric(24) NOT NULL,
  obligor_interest_minor numeric(24) NOT NULL,
  recourse boolean NOT NULL,
  claim_minor numeric(24) NOT NULL,
  buy_back_price_minor numeric(24) NOT NULL,
  bank int8 NOT NULL,
  register_by timestamptz NOT NULL,
  registry_number text,
  registered_at timestamptz,
  state text NOT NULL CHECK (state IN
    ('accepted', 'instructed', 'delivered', 'waiting', 'failed', 'bought-back')),
  quote jsonb NOT NULL,
  accepted_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE INDEX financing_holder ON projected.financing (holder, financing_id);
CREATE INDEX financing_financier ON projected.financing (financier, financing_id);
CREATE INDEX financing_child ON projected.financing (child_id);
CREATE INDEX financing_certificate ON projected.financing (certificate_id);

CREATE TABLE projected.recourse (
  certificate_id int8 PRIMARY KEY,
  debtor int8 NOT NULL,
  claim_minor numeric(24) NOT NULL,
  financing_id int8 NOT NULL
);
CREATE INDEX recourse_debtor ON projected.recourse (debtor);

CREATE TABLE projected.buy_back (
  instruction_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  debtor int8 NOT NULL,
  price_minor numeric(24) NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'waits', 'bought-back', 'failed')),
  child_id int8,
  requested_at timestamptz NOT NULL
);
CREATE INDEX buy_back_certificate ON projected.buy_back (certificate_id);
