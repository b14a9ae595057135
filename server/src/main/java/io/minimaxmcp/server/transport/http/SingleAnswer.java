package io.minimaxmcp.server.transport.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;

/** A response that is one JSON document. */
final class SingleAnswer implements Outlet {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Exchange exchange;
    private final HangUp hangUp;
    private final Consumer<JsonNode> before;

    /**
     * @param before looks at the answer while headers can still be set
     * @param gone told when the client hangs up before it is answered
     */
    SingleAnswer(Exchange exchange, Consumer<JsonNode> before, Runnable gone) {
        this.exchange = exchange;
        this.before = before;
        this.hangUp = new HangUp(exchange.request(), gone);
        hangUp.start();
    }

    @Override
    public boolean tell(JsonNode message, boolean onlyIfRoom) {
        return false;
    }

    @Override
    public boolean answer(JsonNode message) {
        if (!ended.compareAndSet(false, true)) {
            return false;
        }
        hangUp.stop();
        before.accept(message);
        exchange.json(HttpStatus.OK_200, message);
        return true;
    }

    @Override
    public void end() {
        if (ended.compareAndSet(false, true)) {
            hangUp.stop();
            exchange.empty(HttpStatus.ACCEPTED_202);
        }
    }
}
