-- A transaction that the node refuses for good ends, with its reason, once its nonce is filled.
ALTER TABLE local.outbox DROP CONSTRAINT outbox_state_check;

ALTER TABLE local.outbox ADD CONSTRAINT outbox_state_check
  CHECK (state IN ('signed', 'included', 'reverted', 'displaced', 'refused'));

ALTER TABLE local.outbox ADD COLUMN reason text;

-- Transfers of nothing to oneself, for nonces that no transaction of ours uses any more: without them a signer waits for ever.
CREATE TABLE local.filler (
  sender text NOT NULL,
  nonce int8 NOT NULL,
  transaction_hash text NOT NULL,
  raw text NOT NULL,
  reason text NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (sender, nonce)
);

-- Included transactions by block, for the few blocks that a reorganisation may take back.
CREATE INDEX outbox_block ON local.outbox (block_number) WHERE block_number IS NOT NULL;
