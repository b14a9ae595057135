@NullMarked
package io.minimaxmcp.server.transport.http;

import org.jspecify.annotations.NullMarked;
