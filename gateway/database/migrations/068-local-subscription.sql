-- Salt of the key that seals webhooks' secrets; the key itself is made of it and the gateway's passphrase.
CREATE TABLE local.seal_salt (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  salt text NOT NULL
);

-- Where events are posted, for which member, and how far each one is. Changes by people raise the revision, so that a
-- sender that read the row before them can't write over them.
CREATE TABLE local.subscription (
  subscription_id text PRIMARY KEY,
  member_id int8 NOT NULL,
  url text NOT NULL,
  names text[] NOT NULL,
  contracts text[] NOT NULL,
  batch_size int4 NOT NULL CHECK (batch_size BETWEEN 1 AND 100),
  secret text NOT NULL,
  earlier_secret text,
  earlier_until timestamptz,
  state text NOT NULL CHECK (state IN ('active', 'paused')),
  paused_because text,
  cursor text COLLATE "C" NOT NULL,
  revision int8 NOT NULL DEFAULT 0,
  failures int4 NOT NULL DEFAULT 0,
  dead_run int4 NOT NULL DEFAULT 0,
  next_attempt_at timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_failure text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX subscription_member ON local.subscription (member_id, subscription_id);

CREATE INDEX subscription_active ON local.subscription (subscription_id) WHERE state = 'active';

-- What became of each event of a subscription. An event id is its key and the beginning of its block's hash.
CREATE TABLE local.delivery (
  subscription_id text NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  type text NOT NULL CHECK (type IN ('event', 'retracted')),
  contract text NOT NULL,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'delivered', 'dead', 'queued')),
  attempts int4 NOT NULL,
  status int4,
  latency_ms int4,
  failure text,
  first_attempt_at timestamptz NOT NULL,
  last_attempt_at timestamptz NOT NULL,
  PRIMARY KEY (subscription_id, event_id, type)
);

CREATE INDEX delivery_open ON local.delivery (subscription_id, state, event_id) WHERE state <> 'delivered';

CREATE INDEX delivery_age ON local.delivery (last_attempt_at) WHERE state = 'delivered';
