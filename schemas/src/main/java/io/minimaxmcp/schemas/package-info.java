@NullMarked
package io.minimaxmcp.schemas;

import org.jspecify.annotations.NullMarked;
