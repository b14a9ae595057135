@NullMarked
package io.minimaxmcp.server.metrics;

import org.jspecify.annotations.NullMarked;
