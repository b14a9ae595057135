-- What all tenants spend on a day is the budget of the key they share, and asked for by each order under a limit.
CREATE INDEX spend_day_together ON spend_day (day, sandbox);
