/**
 * Callers let in by tokens of an OAuth 2.1 authorization server: this server is a resource server and issues none itself.
 *
 * <p>Rule: the only code that knows JOSE; nothing here is loaded unless an issuer is set. A token is checked here and goes no further.
 */
@NullMarked
package io.minimaxmcp.server.auth;

import org.jspecify.annotations.NullMarked;
