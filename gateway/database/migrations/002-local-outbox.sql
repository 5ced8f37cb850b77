-- What was asked, by whom, and what was answered. Refusals are kept for the record and may be asked again.
CREATE TABLE local.request (
  member_id int8 NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_digest text NOT NULL,
  ref text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'answered', 'refused')),
  answer_status int4,
  answer_headers jsonb,
  answer_body text,
  received_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  PRIMARY KEY (member_id, route, idempotency_key)
);

-- Next nonce per signing account; the row's lock is what gives each transaction its own.
CREATE TABLE local.signer (
  address text PRIMARY KEY,
  next_nonce int8 NOT NULL CHECK (next_nonce >= 0)
);

-- Signed before sent: the raw bytes are what a recovery broadcasts again.
CREATE TABLE local.outbox (
  transaction_hash text PRIMARY KEY,
  member_id int8 NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  step int4 NOT NULL,
  sender text NOT NULL,
  nonce int8 NOT NULL,
  recipient text NOT NULL,
  raw text NOT NULL,
  relayed boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('signed', 'included', 'reverted', 'displaced')),
  block_number int8,
  block_hash text,
  signed_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  FOREIGN KEY (member_id, route, idempotency_key) REFERENCES local.request
);

-- One request has one live transaction per step, whatever else happens.
CREATE UNIQUE INDEX outbox_live_step ON local.outbox (member_id, route, idempotency_key, step)
  WHERE state IN ('signed', 'included');

CREATE UNIQUE INDEX outbox_sender_nonce ON local.outbox (sender, nonce) WHERE NOT relayed;

CREATE INDEX outbox_unfinished ON local.outbox (sender, nonce) WHERE state = 'signed';
