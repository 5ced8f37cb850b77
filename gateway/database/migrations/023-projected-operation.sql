-- What the governance account announced to the AccessManager: it acts after its notice, or never.
CREATE TABLE projected.operation (
  operation_id text PRIMARY KEY,
  caller text NOT NULL,
  target text NOT NULL,
  call_data text NOT NULL,
  due_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('scheduled', 'executed', 'cancelled')),
  scheduled_at timestamptz NOT NULL
);
CREATE INDEX operation_target ON projected.operation (target, due_at);
