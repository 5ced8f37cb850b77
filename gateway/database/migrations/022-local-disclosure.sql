-- Leave that a holder gave to look at a certificate: to whoever has the link, or to one bank that asked.
CREATE TABLE local.share_link (
  token_digest text PRIMARY KEY,
  certificate_id int8 NOT NULL,
  member_id int8 NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE local.view_request (
  view_request_id text PRIMARY KEY,
  certificate_id int8 NOT NULL,
  bank int8 NOT NULL,
  note text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'granted')),
  asked_at timestamptz NOT NULL DEFAULT now(),
  granted_by int8,
  granted_at timestamptz
);
CREATE INDEX view_request_certificate ON local.view_request (certificate_id);
CREATE INDEX view_request_bank ON local.view_request (bank);
