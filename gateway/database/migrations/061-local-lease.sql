-- Which of several gateways does a recurring piece of work at the moment. Work stays right without it: it saves doubling.
CREATE TABLE local.lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  expires_at timestamptz NOT NULL
);
