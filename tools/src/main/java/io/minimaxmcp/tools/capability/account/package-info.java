/**
 * What costs nothing: estimates, models, status.
 *
 * <p>Rule: one class a tool, one class a wire; knows no other capability.
 */
@NullMarked
package io.minimaxmcp.tools.capability.account;

import org.jspecify.annotations.NullMarked;
