package io.minimaxmcp.schemas;

/**
 * A price that belongs to an action instead of a model.
 *
 * @param due when MiniMax takes it, in words
 */
public record Fee(Usd usd, PriceUnit unit, String due, String source) {}
