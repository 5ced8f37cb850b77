-- Rules that this gateway scheduled: what the AccessManager's operation will do when its notice is over.
CREATE TABLE local.rules_operation (
  operation text PRIMARY KEY,
  member_id int8 NOT NULL,
  account text NOT NULL,
  rules jsonb NOT NULL,
  effective_from timestamptz NOT NULL,
  call_data text NOT NULL,
  scheduled_at timestamptz NOT NULL DEFAULT now()
);
