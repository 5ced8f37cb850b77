-- What obligor or holder proposed and signed, until the other one agrees. Whether it did, the chain says.
CREATE SEQUENCE local.proposal_number;
CREATE TABLE local.proposal (
  proposal_id int8 PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('early-payment', 'retirement')),
  certificate_id int8 NOT NULL,
  obligor int8 NOT NULL,
  holder int8 NOT NULL,
  proposed_by int8 NOT NULL,
  -- Every signed term, as the ledger's contract names them.
  terms jsonb NOT NULL,
  -- The obligor's nonce: by it the agreement is found among the chain's events.
  nonce text NOT NULL,
  account text NOT NULL,
  epoch int8 NOT NULL,
  -- Until then the signature holds.
  deadline timestamptz NOT NULL,
  signature text NOT NULL,
  proposed_at timestamptz NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX proposal_obligor ON local.proposal (kind, obligor, proposal_id);
CREATE INDEX proposal_holder ON local.proposal (kind, holder, proposal_id);
