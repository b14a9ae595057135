/**
 * The tools that look after jobs: free, and never a reason for something to be sent.
 *
 * <p>Rule: asks the job desk and nobody else.
 */
@NullMarked
package io.minimaxmcp.tools.capability.jobs;

import org.jspecify.annotations.NullMarked;
