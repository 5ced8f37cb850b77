-- What a member lets one person do alone. An amount in a currency without a limit here always needs another person.
CREATE TABLE local.approval_rule (
  rule_id text PRIMARY KEY,
  member_id int8 NOT NULL,
  operations text[] NOT NULL,
  limits jsonb NOT NULL,
  approvals int4 NOT NULL CHECK (approvals IN (1, 2)),
  approver text NOT NULL CHECK (approver IN ('approve', 'administer')),
  period text NOT NULL CHECK (period IN ('request', 'day')),
  expires_after_days int4 NOT NULL CHECK (expires_after_days BETWEEN 1 AND 90),
  set_by text NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE INDEX approval_rule_member ON local.approval_rule (member_id);

-- A write that waits for another person, exactly as it was asked; once approved it is carried out under its own key.
CREATE TABLE local.approval (
  approval_id text PRIMARY KEY,
  member_id int8 NOT NULL,
  route text NOT NULL,
  idempotency_key text NOT NULL,
  body_digest text NOT NULL,
  operation_id text NOT NULL,
  params jsonb NOT NULL,
  body text NOT NULL,
  amounts jsonb,
  parties int8[] NOT NULL,
  asked_by text NOT NULL,
  asked_scopes text[] NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  needed int4 NOT NULL,
  approver_scopes text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'approved', 'done', 'refused', 'rejected', 'withdrawn')),
  decided_at timestamptz,
  reason text,
  problem jsonb,
  UNIQUE (member_id, route, idempotency_key)
);

CREATE INDEX approval_recent ON local.approval (member_id, asked_at, approval_id);

CREATE INDEX approval_unfinished ON local.approval (member_id, state) WHERE state IN ('waiting', 'approved');

-- Who said what; one word per person and request.
CREATE TABLE local.approval_decision (
  approval_id text NOT NULL REFERENCES local.approval,
  person text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approve', 'reject')),
  reason text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (approval_id, person)
);

-- What a person did alone under a rule that counts by day.
CREATE TABLE local.approval_spending (
  rule_id text NOT NULL,
  person text NOT NULL,
  day date NOT NULL,
  currency text NOT NULL,
  ref text NOT NULL,
  amount_minor numeric(39) NOT NULL,
  PRIMARY KEY (rule_id, person, day, currency, ref)
);

CREATE INDEX approval_spending_ref ON local.approval_spending (ref);
