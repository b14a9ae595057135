@NullMarked
package io.minimaxmcp.server.mcp.session;

import org.jspecify.annotations.NullMarked;
