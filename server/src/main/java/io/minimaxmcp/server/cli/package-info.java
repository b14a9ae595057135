/**
 * The commands: what a person types, and what is printed for them.
 *
 * <p>Rule: results go to stdout, everything else to stderr; every command is a thin caller of what the server does anyway.
 */
@NullMarked
package io.minimaxmcp.server.cli;

import org.jspecify.annotations.NullMarked;
