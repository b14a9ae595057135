package io.minimaxmcp.server.doctor;

/**
 * One thing that was looked at.
 *
 * @param fix what to do about it; empty when all is well
 */
public record Check(String what, boolean ok, String finding, String fix) {
    public static Check passed(String what, String finding) {
        return new Check(what, true, finding, "");
    }

    public static Check failed(String what, String finding, String fix) {
        return new Check(what, false, finding, fix);
    }
}
