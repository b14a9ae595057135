-- One rate limit of one MiniMax account, counted for all replicas: how many requests were lent in which second, and how long nobody may.
CREATE TABLE lane (
  account      TEXT   NOT NULL,
  name         TEXT   NOT NULL,
  recent       TEXT   NOT NULL DEFAULT '',
  closed_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (account, name)
);
