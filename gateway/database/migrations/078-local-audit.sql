-- Who asked for what and was answered what. Rows are only added: the chain of hashes, checkpoints and their anchors on the
-- ledger show it when somebody with the rights to switch that off did otherwise.
CREATE TABLE local.audit_log (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  log text NOT NULL,
  -- The row's lock gives entries their order, in however many gateways.
  next_sequence int8 NOT NULL,
  last_hash text NOT NULL
);

CREATE TABLE local.audit_entry (
  sequence int8 PRIMARY KEY,
  at timestamptz NOT NULL,
  request_id text NOT NULL,
  member int8,
  person text,
  account text,
  method text NOT NULL,
  path text NOT NULL,
  operation text NOT NULL,
  subjects jsonb NOT NULL,
  body_digest text,
  ref text,
  status int4 NOT NULL,
  code text,
  transaction_hash text,
  milliseconds int8 NOT NULL,
  gateway text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL
);
CREATE INDEX audit_entry_member ON local.audit_entry (member, sequence);

-- Finished subtrees of the Merkle tree over entries, which proofs are made of. Level 0 are leaves.
CREATE TABLE local.audit_node (
  level int2 NOT NULL,
  index int8 NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (level, index)
);

CREATE TABLE local.audit_checkpoint (
  size int8 PRIMARY KEY,
  root text NOT NULL,
  at text NOT NULL,
  member int8 NOT NULL,
  account text NOT NULL,
  signature text NOT NULL
);

CREATE FUNCTION local.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'The audit log is only added to: % of % is refused.', TG_OP, TG_TABLE_NAME; END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON local.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION local.refuse_audit_change();
CREATE TRIGGER audit_node_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON local.audit_node
  FOR EACH STATEMENT EXECUTE FUNCTION local.refuse_audit_change();
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON local.audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION local.refuse_audit_change();
