-- Certificates: one row a position, kept when it is spent, since the lineage passes through it.
CREATE TABLE projected.certificate (
  certificate_id int8 PRIMARY KEY,
  receivable_id int8 NOT NULL,
  serial int8 NOT NULL,
  parent_id int8,
  holder int8 NOT NULL,
  obligor int8 NOT NULL,
  currency text NOT NULL,
  due_date date NOT NULL,
  value_minor numeric(24) NOT NULL CHECK (value_minor >= 0),
  held_minor numeric(24) NOT NULL CHECK (held_minor >= 0),
  waiting_minor numeric(24) NOT NULL DEFAULT 0,
  -- Value that it was minted with, plus what was merged into it.
  minted_minor numeric(24) NOT NULL,
  tier int2 NOT NULL,
  frozen boolean NOT NULL,
  financed boolean NOT NULL,
  recourse boolean NOT NULL,
  waiting boolean NOT NULL,
  cause text NOT NULL CHECK (cause IN
    ('issue', 'split', 'circulation', 'financing', 'resale', 'buy-back', 'enforcement')),
  -- Who passed it; for a split the certificate that it was split from.
  passed_by int8,
  split_from int8,
  trade_reference text,
  minted_at timestamptz NOT NULL,
  transaction_hash text NOT NULL,
  CHECK (held_minor <= value_minor)
);
CREATE INDEX certificate_holder ON projected.certificate (holder, certificate_id) WHERE value_minor > 0;
CREATE INDEX certificate_holder_all ON projected.certificate (holder, certificate_id);
CREATE INDEX certificate_receivable ON projected.certificate (receivable_id, certificate_id);
CREATE INDEX certificate_parent ON projected.certificate (parent_id);
CREATE INDEX certificate_obligor ON projected.certificate (obligor, certificate_id);

CREATE TABLE projected.offer (
  offer_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  from_member int8 NOT NULL,
  to_member int8 NOT NULL,
  value_minor numeric(24) NOT NULL,
  expires_at timestamptz NOT NULL,
  trade_reference text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'cancelled', 'expired')),
  child_id int8,
  offered_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX offer_to ON projected.offer (to_member, state, offer_id);
CREATE INDEX offer_from ON projected.offer (from_member, state, offer_id);
CREATE INDEX offer_certificate ON projected.offer (certificate_id) WHERE state = 'open';

CREATE TABLE projected.standing_acceptance (
  recipient int8 NOT NULL,
  sender int8 NOT NULL,
  until timestamptz NOT NULL,
  framework text NOT NULL,
  PRIMARY KEY (recipient, sender)
);
CREATE INDEX standing_acceptance_sender ON projected.standing_acceptance (sender, recipient);

CREATE TABLE projected.hold (
  hold_id int8 PRIMARY KEY,
  certificate_id int8 NOT NULL,
  committer text NOT NULL,
  value_minor numeric(24) NOT NULL,
  expires_at timestamptz NOT NULL,
  firm boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'released', 'committed'))
);
CREATE INDEX hold_certificate ON projected.hold (certificate_id) WHERE state = 'open';

CREATE TABLE projected.freeze (
  freeze_id text COLLATE "C" PRIMARY KEY,
  certificate_id int8 NOT NULL,
  freezes boolean NOT NULL,
  document_digest text NOT NULL,
  proposed_by int8 NOT NULL,
  proposed_account text NOT NULL,
  proposed_at timestamptz NOT NULL,
  confirmed_by int8,
  confirmed_account text,
  confirmed_at timestamptz
);
CREATE INDEX freeze_certificate ON projected.freeze (certificate_id, freeze_id);
