/**
 * Transcripts of what people make with several tools together.
 *
 * <p>Rule: what a transcript says is played as it stands; the test knows no more than an agent would.
 */
@NullMarked
package io.minimaxmcp.examples.workflow;

import org.jspecify.annotations.NullMarked;
