package io.minimaxmcp.server.transport.http;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Leads who comes by one port to one door, and everybody else to the other. */
final class ByConnector extends Handler.Abstract.NonBlocking {
    private final Connector beside;
    private final Door besides;
    private final Door main;

    ByConnector(Connector beside, Door besides, Door main) {
        this.beside = beside;
        this.besides = besides;
        this.main = main;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean isBeside = request.getConnectionMetaData().getConnector() == beside;
        return (isBeside ? besides : main).handle(request, response, callback);
    }
}
