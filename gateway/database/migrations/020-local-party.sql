-- Who members are: on chain there are only salted digests. Written at admission, backed up and never projected.
CREATE TABLE local.party (
  member_id int8 PRIMARY KEY,
  name text NOT NULL,
  name_zh text,
  party_scheme text NOT NULL,
  party_id text NOT NULL,
  -- Salt of the legal identity's digest.
  salt text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX party_name ON local.party (lower(name));

-- Bank accounts behind the digests that instructions name.
CREATE TABLE local.settlement_account (
  digest text PRIMARY KEY,
  member_id int8 NOT NULL,
  bank text NOT NULL,
  number text NOT NULL,
  salt text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now()
);

-- Members that visitors of a demonstration are introduced to.
CREATE TABLE local.demo_member (
  member_id int8 PRIMARY KEY,
  sentence text NOT NULL,
  sentence_zh text
);
