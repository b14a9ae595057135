@NullMarked
package io.minimaxmcp.tools.tool;

import org.jspecify.annotations.NullMarked;
