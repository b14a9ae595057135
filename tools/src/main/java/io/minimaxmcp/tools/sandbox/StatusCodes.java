package io.minimaxmcp.tools.sandbox;

import static java.util.Map.entry;

import java.util.Map;

/** MiniMax's status codes: their words, and the HTTP status and error type the second generation gives them. */
final class StatusCodes {
    private static final Map<Integer, String> WORDS = Map.ofEntries(
            entry(1000, "unknown error"),
            entry(1001, "request timeout"),
            entry(1002, "rate limit exceeded(RPM)"),
            entry(
                    1004,
                    "login fail: Please carry the API secret key in the 'Authorization' field of the request header"),
            entry(1008, "insufficient balance"),
            entry(1013, "internal service error"),
            entry(1024, "internal error"),
            entry(1026, "input new_sensitive"),
            entry(1027, "output new_sensitive"),
            entry(1028, "quota exhausted"),
            entry(1030, "quota exhausted"),
            entry(1033, "downstream service error"),
            entry(1039, "rate limit exceeded(TPM)"),
            entry(1041, "connection limit exceeded"),
            entry(1042, "the proportion of invisible or illegal characters exceeds 10%"),
            entry(1043, "asr similarity check failed"),
            entry(1044, "clone prompt similarity check failed"),
            entry(2013, "invalid params"),
            entry(20132, "invalid samples or voice_id"),
            entry(2037, "voice duration must be between 10 seconds and 5 minutes"),
            entry(2038, "no permission for voice cloning, identity not verified"),
            entry(2039, "voice clone voice id duplicate"),
            entry(2042, "you don't have access to this voice_id"),
            entry(2045, "rate growth limit exceeded"),
            entry(2048, "prompt audio must be shorter than 8 seconds"),
            entry(2049, "invalid api key"),
            entry(2054, "voice id not exist"),
            entry(2056, "usage limit exceeded, wait for the next 5-hour window"),
            entry(2061, "your current plan does not support this model"),
            entry(2153, "the music API is no longer available to this account"));

    private static final Map<Integer, SecondGeneration> SECOND = Map.ofEntries(
            entry(1000, new SecondGeneration(500, "server_error")),
            entry(1001, new SecondGeneration(500, "server_error")),
            entry(1013, new SecondGeneration(500, "server_error")),
            entry(1024, new SecondGeneration(500, "server_error")),
            entry(1033, new SecondGeneration(529, "overloaded_error")),
            entry(1002, new SecondGeneration(429, "rate_limit_error")),
            entry(1039, new SecondGeneration(429, "rate_limit_error")),
            entry(1041, new SecondGeneration(429, "rate_limit_error")),
            entry(2045, new SecondGeneration(429, "rate_limit_error")),
            entry(1004, new SecondGeneration(401, "authorized_error")),
            entry(2049, new SecondGeneration(401, "authorized_error")),
            entry(1008, new SecondGeneration(402, "insufficient_balance_error")),
            entry(1026, new SecondGeneration(422, "unprocessable_entity_error")),
            entry(1027, new SecondGeneration(422, "unprocessable_entity_error")));

    private StatusCodes() {}

    /** How the second generation wraps a code. */
    record SecondGeneration(int http, String type) {}

    static String words(int code) {
        return WORDS.getOrDefault(code, "unknown error " + code);
    }

    /** The music API, closed, is the one place where the first generation was seen to leave HTTP 200. */
    static int firstGenerationHttp(int code) {
        return code == 2153 ? 410 : 200;
    }

    static SecondGeneration secondGeneration(int code) {
        return SECOND.getOrDefault(code, new SecondGeneration(400, "bad_request_error"));
    }
}
