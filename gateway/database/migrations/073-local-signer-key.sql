-- Accounts whose keys are outside this database, in a Web3Signer or a token, by the signer's name in SIGNERS_FILE.
CREATE TABLE local.signer_key (
  address text PRIMARY KEY,
  member_id int8 NOT NULL,
  signer text NOT NULL,
  -- Made by this gateway; the others are as the file says.
  made boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX signer_key_member ON local.signer_key (member_id, created_at);

-- Every account that the gateway can sign for, wherever the key is. Member 0 is nobody yet.
CREATE VIEW local.held_key AS
  SELECT address, member_id, created_at, NULL AS signer FROM local.keystore
  UNION ALL
  SELECT address, member_id, created_at, signer FROM local.signer_key;
