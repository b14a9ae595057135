-- A replica that works on jobs. Its row is its lease on all of them: where it goes, they are free.
CREATE TABLE holder (
  id          TEXT   PRIMARY KEY,
  machine     TEXT   NOT NULL,
  pid         BIGINT NOT NULL,
  started_at  BIGINT NOT NULL,
  lease_until BIGINT NOT NULL
);

-- The columns before body are what is asked for; body is the whole job as JSON. Times are milliseconds, money is micros.
CREATE TABLE job (
  id           TEXT COLLATE "C" PRIMARY KEY,
  version      INTEGER NOT NULL,
  tenant       TEXT    NOT NULL,
  sandbox      BOOLEAN NOT NULL,
  request_id   TEXT,
  fingerprint  TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  status       TEXT    NOT NULL,
  charge       TEXT    NOT NULL CHECK (charge IN ('reserved', 'settled', 'returned')),
  price_micros BIGINT,
  spend_day    BIGINT  NOT NULL,
  finished_at  BIGINT,
  holder       TEXT    REFERENCES holder (id) ON DELETE SET NULL,
  body         TEXT    NOT NULL
);

-- A request id is taken for as long as its job was or may be paid for.
CREATE UNIQUE INDEX job_request ON job (tenant, sandbox, request_id)
  WHERE request_id IS NOT NULL AND charge <> 'returned';
CREATE INDEX job_fingerprint ON job (tenant, sandbox, fingerprint, id) WHERE charge <> 'returned';
CREATE INDEX job_listed ON job (tenant, sandbox, id);
CREATE INDEX job_held ON job (holder) WHERE holder IS NOT NULL;
CREATE INDEX job_free ON job (sandbox, id) WHERE holder IS NULL AND finished_at IS NULL;
CREATE INDEX job_finished ON job (finished_at) WHERE finished_at IS NOT NULL;

-- What a UTC day costs so far, kept in step with the jobs so that a budget is one row to read, and outlives them.
CREATE TABLE spend_day (
  tenant          TEXT    NOT NULL,
  sandbox         BOOLEAN NOT NULL,
  day             BIGINT  NOT NULL,
  settled_micros  BIGINT  NOT NULL,
  reserved_micros BIGINT  NOT NULL,
  jobs            INTEGER NOT NULL,
  unpriced        INTEGER NOT NULL,
  PRIMARY KEY (tenant, sandbox, day)
);

CREATE TABLE confirm_token (
  tenant     TEXT    NOT NULL,
  sandbox    BOOLEAN NOT NULL,
  token      TEXT    NOT NULL,
  expires_at BIGINT  NOT NULL,
  PRIMARY KEY (tenant, sandbox, token)
);

-- Where the orders of one tenant pass one by one, so that two replicas never decide about the same money at once.
CREATE TABLE gate (
  tenant  TEXT    NOT NULL,
  sandbox BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, sandbox)
);
