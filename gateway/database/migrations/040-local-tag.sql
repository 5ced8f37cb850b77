-- What this gateway's share of a tag key was used for: who asked, and for how many elements. Never for what: that is blind.
CREATE SEQUENCE local.tag_evaluation_number;
CREATE TABLE local.tag_evaluation (
  evaluation_id int8 PRIMARY KEY DEFAULT nextval('local.tag_evaluation_number'),
  member_id int8 NOT NULL,
  epoch int8 NOT NULL,
  elements int4 NOT NULL,
  evaluated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX tag_evaluation_member ON local.tag_evaluation (member_id, epoch);

-- Loose and near tags of this gateway's own members' invoices: they stay off the ledger and are compared between gateways.
CREATE TABLE local.approximate_tag (
  epoch int8 NOT NULL,
  tag text NOT NULL,
  member_id int8 NOT NULL,
  kind text NOT NULL CHECK (kind IN ('loose', 'near')),
  receivable_id int8 NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (epoch, tag, member_id, receivable_id)
);

-- Who asked whether such tags are known here, and for how many.
CREATE SEQUENCE local.tag_question_number;
CREATE TABLE local.tag_question (
  question_id int8 PRIMARY KEY DEFAULT nextval('local.tag_question_number'),
  asked_by int8 NOT NULL,
  epoch int8 NOT NULL,
  tags int4 NOT NULL,
  matches int4 NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now()
);

-- A tag that two members have: both are warned, under a reference by which they can find each other.
CREATE TABLE local.tag_case (
  case_reference text NOT NULL,
  -- The member that is warned here; it is this gateway's own.
  member_id int8 NOT NULL,
  epoch int8 NOT NULL,
  tag text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('loose', 'near')),
  -- Who has the same tag: a member that asked here, or the peer that answered.
  asked_by int8,
  peer text,
  opened_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (case_reference, member_id),
  CHECK ((asked_by IS NULL) <> (peer IS NULL))
);
CREATE INDEX tag_case_member ON local.tag_case (member_id, opened_at);
