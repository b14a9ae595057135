package io.minimaxmcp.tools.job;

import io.minimaxmcp.schemas.Usd;

/**
 * What a tenant's jobs cost in a stretch of time.
 *
 * @param settled of jobs that are finished and were charged, or may have been
 * @param reserved of jobs that are under way
 * @param unpriced how many jobs there were whose price nobody documents
 */
public record Spending(Usd settled, Usd reserved, int jobs, int unpriced) {}
