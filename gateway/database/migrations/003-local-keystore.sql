-- Keys that the gateway holds for members, as encrypted Web3 keystores (scrypt, AES-128-CTR).
CREATE TABLE local.keystore (
  address text PRIMARY KEY,
  member_id int8 NOT NULL,
  encrypted text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX keystore_member ON local.keystore (member_id, created_at);
