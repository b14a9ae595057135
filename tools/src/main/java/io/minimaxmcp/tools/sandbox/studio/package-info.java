/**
 * Makes the sandbox's media: real files that real players open, with nothing but the Java runtime.
 *
 * <p>The one rule: the same specification gives the same bytes, on every machine. So no clock, no system fonts, no
 * native codecs; what Java cannot encode is cut from clips prepared once (see {@code tools/src/media/README.md}).
 */
@NullMarked
package io.minimaxmcp.tools.sandbox.studio;

import org.jspecify.annotations.NullMarked;
