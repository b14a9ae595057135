@NullMarked
package io.minimaxmcp.server.auth;

import org.jspecify.annotations.NullMarked;
