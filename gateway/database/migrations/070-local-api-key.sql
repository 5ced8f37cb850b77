-- Keys of members' systems. Of a key only its id and the SHA-256 of its 256 random bits are stored.
CREATE TABLE local.api_key (
  key_id text PRIMARY KEY,
  member_id int8 NOT NULL,
  name text NOT NULL,
  secret_digest text NOT NULL,
  scopes text[] NOT NULL,
  addresses text[] NOT NULL,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);

-- A repeated request for a key makes no second one.
CREATE UNIQUE INDEX api_key_name ON local.api_key (member_id, name) WHERE revoked_at IS NULL;
