-- Signed-in people; the token itself is never stored, only its SHA-256.
CREATE TABLE local.session (
  token_digest text PRIMARY KEY,
  member_id int8 NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
