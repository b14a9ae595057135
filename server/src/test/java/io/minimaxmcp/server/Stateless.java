package io.minimaxmcp.server;

/** Messages of revision 2026-07-28 as tests write them: single quotes stand for double ones. */
public final class Stateless {
    public static final String DATE = "2026-07-28";

    private Stateless() {}

    /** A request of a client that can do nothing special. */
    public static String request(int id, String method, String members) {
        return request(id, method, members, "{}");
    }

    /**
     * @param members those of {@code params} beside {@code _meta}, with commas between them
     * @param capabilities the client's
     */
    public static String request(int id, String method, String members, String capabilities) {
        String rest = members.isEmpty() ? "" : members + ",";
        return "{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':{" + rest + "'_meta':"
                + meta(id, capabilities) + "}}";
    }

    /** A call of a fake tool. */
    public static String call(int id, String tool, String text) {
        return request(id, "tools/call", "'name':'" + tool + "','arguments':{'text':'" + text + "'}");
    }

    private static String meta(int id, String capabilities) {
        return "{'io.modelcontextprotocol/protocolVersion':'" + DATE + "','io.modelcontextprotocol/clientInfo':"
                + "{'name':'test','version':'1'},'io.modelcontextprotocol/clientCapabilities':" + capabilities
                + ",'progressToken':'p" + id + "'}";
    }
}
