@NullMarked
package io.minimaxmcp.server.mcp.stateless;

import org.jspecify.annotations.NullMarked;
