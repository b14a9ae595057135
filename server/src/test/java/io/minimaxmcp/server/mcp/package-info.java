@NullMarked
package io.minimaxmcp.server.mcp;

import org.jspecify.annotations.NullMarked;
