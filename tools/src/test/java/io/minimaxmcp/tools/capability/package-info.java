@NullMarked
package io.minimaxmcp.tools.capability;

import org.jspecify.annotations.NullMarked;
