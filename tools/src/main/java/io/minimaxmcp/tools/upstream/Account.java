package io.minimaxmcp.tools.upstream;

/** A MiniMax account as far as it can be known from outside: the key that pays. */
public record Account(Secret key) {

    /** Tells accounts apart in maps and logs; says nothing about the key. */
    String id() {
        return key.digest().substring(0, 16);
    }
}
