/**
 * The public contract as data: tool documents, the model catalogue, and what reads and checks them.
 *
 * <p>Rule: knows JSON and nothing else; neither MiniMax's wire nor MCP.
 */
@NullMarked
package io.minimaxmcp.schemas;

import org.jspecify.annotations.NullMarked;
