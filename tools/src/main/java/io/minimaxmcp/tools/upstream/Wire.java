package io.minimaxmcp.tools.upstream;

import java.time.InstantSource;
import java.util.function.Consumer;

/** What every attempt needs to be sent and understood. */
record Wire(
        Connections connections,
        Resolver resolver,
        UpstreamCodes codes,
        ReplyReader reader,
        InstantSource clock,
        LargeReplies large,
        Consumer<AttemptReport> told) {

    Attempt attempt(Trip trip, int number) {
        return new Attempt(this, trip, number);
    }
}
