/** What holds for every document, once for all of them, and what the Java that reads them says when they are wrong. */
@NullMarked
package io.minimaxmcp.schemas;

import org.jspecify.annotations.NullMarked;
