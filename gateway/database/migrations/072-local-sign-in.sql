-- Sign-ins that have begun: each is taken out by the request that ends it, so that it ends once, at whichever gateway.
CREATE TABLE local.sign_in (
  state text PRIMARY KEY,
  issuer text NOT NULL,
  nonce text NOT NULL,
  verifier text NOT NULL,
  expires_at timestamptz NOT NULL
);

-- Names a session to the person whose it is; the token stays unknown.
ALTER TABLE local.session ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid();

CREATE INDEX session_person ON local.session (member_id, person);
