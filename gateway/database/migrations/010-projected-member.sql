-- Members, their accounts and the parameters that govern them, as the chain's events tell.
CREATE TABLE projected.member (
  member_id int8 PRIMARY KEY,
  roles int4 NOT NULL,
  size int2 NOT NULL CHECK (size BETWEEN 0 AND 3),
  suspensions int4 NOT NULL,
  overdue int4 NOT NULL,
  epoch int8 NOT NULL,
  guardian int8,
  guardian_proposed int8,
  guardian_active_from timestamptz,
  primary_account text NOT NULL,
  identity_digest text NOT NULL,
  licence_digest text NOT NULL,
  settlement_account_digest text NOT NULL,
  settlement_account_proposed text,
  settlement_account_active_from timestamptz,
  admitted_at timestamptz NOT NULL
);

CREATE TABLE projected.account (
  account text PRIMARY KEY,
  member_id int8 NOT NULL,
  -- Active from then on, unless revoked.
  active_from timestamptz NOT NULL,
  proposed_by text,
  revoked_at timestamptz
);
CREATE INDEX account_member ON projected.account (member_id);

CREATE TABLE projected.recovery (
  member_id int8 PRIMARY KEY,
  account text NOT NULL,
  document_digest text NOT NULL,
  proposed_by int8[] NOT NULL,
  -- Null until operator and guardian have both proposed.
  executable_from timestamptz,
  proposed_at timestamptz NOT NULL
);

CREATE TABLE projected.rules_version (
  version int4 PRIMARY KEY,
  rules jsonb NOT NULL,
  effective_from timestamptz NOT NULL
);

CREATE TABLE projected.obligor_limit (
  obligor int8 NOT NULL,
  currency text NOT NULL,
  limit_minor numeric(24) NOT NULL DEFAULT 0,
  ceiling_minor numeric(24) NOT NULL DEFAULT 0,
  -- Open confirmed amount: what counts against the limit.
  in_use_minor numeric(24) NOT NULL DEFAULT 0,
  PRIMARY KEY (obligor, currency)
);
