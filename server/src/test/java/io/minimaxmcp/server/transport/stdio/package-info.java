@NullMarked
package io.minimaxmcp.server.transport.stdio;

import org.jspecify.annotations.NullMarked;
