-- People of members, by what their company's identity provider calls them.
CREATE TABLE local.person (
  person_id uuid PRIMARY KEY,
  member_id int8 NOT NULL,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject)
);

CREATE INDEX person_member ON local.person (member_id);
