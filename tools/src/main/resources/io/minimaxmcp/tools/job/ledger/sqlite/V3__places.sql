-- The name of the cap under which a job holds a place: from before it is sent until its task has ended. What is held is counted here.
ALTER TABLE job ADD COLUMN place TEXT;
CREATE INDEX job_placed ON job (place) WHERE place IS NOT NULL AND finished_at IS NULL;

-- Where those who ask for places under a cap pass one by one, and which tenants were seen to wait, and when (JSON).
CREATE TABLE cap (
  name    TEXT PRIMARY KEY,
  waiting TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;
