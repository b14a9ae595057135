/**
 * Says no before it costs: what the catalogue and the API reference allow, checked before a request leaves.
 *
 * <p>Rule: a refusal names the field, the value and the fix; nothing here sends or changes anything.
 */
@NullMarked
package io.minimaxmcp.tools.preflight;

import org.jspecify.annotations.NullMarked;
