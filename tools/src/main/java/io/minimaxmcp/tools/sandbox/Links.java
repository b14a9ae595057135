package io.minimaxmcp.tools.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Links to results: each opens for a while, without a key, to whoever has it. */
final class Links {
    static final Duration VIDEO_LIFE = Duration.ofHours(1);
    static final Duration BUNDLE_LIFE = Duration.ofHours(9);
    static final Duration DAY = Duration.ofHours(24);
    private static final String PATH = "/media/";
    private static final String ANYBODY = "";

    private final Shelf<Link> shelf;
    private final InstantSource clock;
    private final Ids ids;

    Links(SandboxOptions options, Ids ids) {
        this.shelf = new Shelf<>(options);
        this.clock = options.clock();
        this.ids = ids;
    }

    private record Link(Medium medium, Instant expires) {}

    /** A new URL of a result, good for the given time. */
    String mint(Call call, Medium medium, Duration life) {
        String name = ids.trace() + "." + medium.extension();
        Duration left = medium.wear().linkIsStale() ? Duration.ZERO : life;
        shelf.put(ANYBODY, name, new Link(medium, clock.instant().plus(left)));
        return call.url(PATH + name);
    }

    List<Route> routes() {
        return List.of(Route.open("GET", PATH, this::open), Route.open("HEAD", PATH, this::open));
    }

    private Answer open(Call call) {
        Link link = shelf.find(ANYBODY, call.tail()).orElse(null);
        if (link == null) {
            return Answer.text(404, "application/xml", "<Error><Code>NoSuchKey</Code></Error>");
        }
        if (!clock.instant().isBefore(link.expires())) {
            return Answer.text(
                    403,
                    "application/xml",
                    "<Error><Code>AccessDenied</Code><Message>Request has expired." + "</Message></Error>");
        }
        Answer whole = Answer.of(200, link.medium().mimeType(), link.medium().content())
                .madeAside()
                .header("Accept-Ranges", "bytes")
                .header("ETag", '"' + call.tail() + '"');
        return call.method().equals("HEAD") ? whole : link.medium().wear().spoil(whole);
    }
}
