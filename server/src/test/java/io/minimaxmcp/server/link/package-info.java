@NullMarked
package io.minimaxmcp.server.link;

import org.jspecify.annotations.NullMarked;
