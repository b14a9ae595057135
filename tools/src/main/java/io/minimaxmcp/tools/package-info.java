@NullMarked
package io.minimaxmcp.tools;

import org.jspecify.annotations.NullMarked;
