package io.minimaxmcp.tools.media.probe;

import java.io.EOFException;
import java.io.IOException;

/** The reader of one kind of file. */
@FunctionalInterface
interface Format {
    /**
     * Notes what the bytes tell, the type first; false, with nothing noted, if they are of another kind.
     *
     * @throws EOFException if the file points beyond its end
     */
    boolean read(Bytes in, Findings found) throws IOException;
}
