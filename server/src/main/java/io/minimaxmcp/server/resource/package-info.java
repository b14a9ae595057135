/**
 * The server's own resources: jobs, media, spending.
 *
 * <p>Rule: another tenant's are as if they did not exist; nothing is opened before something is read.
 */
@NullMarked
package io.minimaxmcp.server.resource;

import org.jspecify.annotations.NullMarked;
