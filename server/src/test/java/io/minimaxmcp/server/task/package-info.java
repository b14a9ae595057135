@NullMarked
package io.minimaxmcp.server.task;

import org.jspecify.annotations.NullMarked;
