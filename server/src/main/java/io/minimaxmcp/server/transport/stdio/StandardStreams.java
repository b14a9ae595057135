package io.minimaxmcp.server.transport.stdio;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Where messages come from and go to. */
public record StandardStreams(InputStream in, OutputStream out) {

    /**
     * Takes the process's own streams for the protocol, for good: whatever else prints from now on prints to stderr, and
     * whatever else reads finds nothing. To be called before anything else is.
     */
    public static StandardStreams claim() {
        // Not System.out: a PrintStream keeps a broken pipe to itself.
        StandardStreams claimed =
                new StandardStreams(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        return claimed;
    }
}
