package io.minimaxmcp.server.transport.http;

import java.time.Duration;

/**
 * What clients may ask of the server, each and together.
 *
 * @param bodyBytes the longest message that is read
 * @param headerBytes the longest head of a request that is read
 * @param connections how many are open at once; further ones wait to be accepted. Of as many requests under way nobody has more than is
 *     left for others
 * @param sessions how many there are at once, of which nobody has more than is left for others; beyond that, the one that rested longest
 *     makes room
 * @param sessionRest how long a session may have nothing under way before it is ended
 * @param newSessionsAMinute how many each may begin
 * @param heartbeat time between two signs of life on a stream
 * @param headWithin how long the head of a request may take to arrive
 * @param bodyWithin how long a body may take to arrive
 * @param drain how long answers are waited for when the server is told to end
 */
public record HttpLimits(
        int bodyBytes,
        int headerBytes,
        int connections,
        int sessions,
        Duration sessionRest,
        int newSessionsAMinute,
        Duration heartbeat,
        Duration headWithin,
        Duration bodyWithin,
        Duration drain) {
    private static final int MIB = 1024 * 1024;

    /** A body has room for any inline picture that MiniMax takes. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            16 * MIB,
            16 * 1024,
            10_000,
            4_000,
            Duration.ofHours(1),
            1_000,
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofSeconds(5));

    public HttpLimits {
        if (bodyBytes < 1024 || headerBytes < 1024 || connections < 1 || sessions < 1 || newSessionsAMinute < 1) {
            throw new IllegalArgumentException("limits leave room for one small request at least");
        }
    }

    HttpLimits withHeartbeat(Duration each) {
        return new HttpLimits(
                bodyBytes,
                headerBytes,
                connections,
                sessions,
                sessionRest,
                newSessionsAMinute,
                each,
                headWithin,
                bodyWithin,
                drain);
    }

    HttpLimits withPatience(Duration head, Duration body) {
        return new HttpLimits(
                bodyBytes,
                headerBytes,
                connections,
                sessions,
                sessionRest,
                newSessionsAMinute,
                heartbeat,
                head,
                body,
                drain);
    }

    HttpLimits withSessions(int most, Duration rest, int aMinute) {
        return new HttpLimits(
                bodyBytes, headerBytes, connections, most, rest, aMinute, heartbeat, headWithin, bodyWithin, drain);
    }

    HttpLimits withRoom(int longestBody, int mostConnections) {
        return new HttpLimits(
                longestBody,
                headerBytes,
                mostConnections,
                sessions,
                sessionRest,
                newSessionsAMinute,
                heartbeat,
                headWithin,
                bodyWithin,
                drain);
    }

    HttpLimits withDrain(Duration longest) {
        return new HttpLimits(
                bodyBytes,
                headerBytes,
                connections,
                sessions,
                sessionRest,
                newSessionsAMinute,
                heartbeat,
                headWithin,
                bodyWithin,
                longest);
    }
}
