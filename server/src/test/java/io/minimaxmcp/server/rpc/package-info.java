@NullMarked
package io.minimaxmcp.server.rpc;

import org.jspecify.annotations.NullMarked;
