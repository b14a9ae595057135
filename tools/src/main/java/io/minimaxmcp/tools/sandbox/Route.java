package io.minimaxmcp.tools.sandbox;

/**
 * One line of the sandbox's table: what answers a method on a path.
 *
 * @param path the whole path, or the beginning of one when it ends in a slash
 * @param open reachable without a key, as links to media are
 */
record Route(String method, String path, Generation generation, boolean open, Handler handler) {

    /** Answers a request, on the event loop: anything slow goes into the answer's content. */
    interface Handler {
        Answer answer(Call call);
    }

    static Route first(String method, String path, Handler handler) {
        return new Route(method, path, Generation.FIRST, false, handler);
    }

    static Route second(String method, String path, Handler handler) {
        return new Route(method, path, Generation.SECOND, false, handler);
    }

    static Route open(String method, String path, Handler handler) {
        return new Route(method, path, Generation.FIRST, true, handler);
    }

    boolean leadsTo(String asked) {
        return path.endsWith("/") ? asked.startsWith(path) && asked.length() > path.length() : asked.equals(path);
    }
}
