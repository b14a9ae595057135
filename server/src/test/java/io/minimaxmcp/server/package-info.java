@NullMarked
package io.minimaxmcp.server;

import org.jspecify.annotations.NullMarked;
