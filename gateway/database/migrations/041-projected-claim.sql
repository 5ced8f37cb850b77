-- A claimant may use one thing twice, so each use is a row of its own; credit notes lower what exists.
DROP TABLE projected.claim;
CREATE TABLE projected.claim (
  claim_id text PRIMARY KEY,
  claimant text NOT NULL,
  claim_key text NOT NULL,
  epoch int8 NOT NULL,
  tag text NOT NULL,
  exists_amount numeric(24) NOT NULL,
  amount numeric(24) NOT NULL,
  unit text NOT NULL
);
CREATE INDEX claim_key ON projected.claim (claim_key);
CREATE INDEX claim_tag ON projected.claim (tag, epoch);
CREATE INDEX claim_claimant ON projected.claim (claimant);

-- What exists of a thing by its last claim or credit note.
CREATE TABLE projected.tally (
  claim_key text PRIMARY KEY,
  exists_amount numeric(24) NOT NULL
);

CREATE TABLE projected.credit_note (
  credit_note_id text PRIMARY KEY,
  receivable_id int8 NOT NULL,
  invoice_index int4 NOT NULL,
  amount_minor numeric(24) NOT NULL CHECK (amount_minor > 0),
  note_tag text NOT NULL,
  document_digest text NOT NULL,
  recorded_by int8 NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX credit_note_receivable ON projected.credit_note (receivable_id, credit_note_id);

-- One row: the key epochs under which new claims present tags.
CREATE TABLE projected.key_epochs (
  registry text PRIMARY KEY CHECK (registry = 'claims'),
  current_epoch int8 NOT NULL,
  earlier_epochs jsonb NOT NULL,
  public_key text NOT NULL
);
