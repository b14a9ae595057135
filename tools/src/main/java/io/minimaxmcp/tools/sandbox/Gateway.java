package io.minimaxmcp.tools.sandbox;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands in front of all routes: the journal, the key, the rate limit and the faults, in this order. */
final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final InstantSource clock;
    private final List<Route> routes;
    private final Gate gate;
    private final Throttle throttle;
    private final Faults faults;
    private final Journal journal;
    private final Reception reception;
    private final Responder responder;

    Gateway(SandboxOptions options, List<Route> routes, Faults faults, Journal journal, Reception in, Responder out) {
        this.clock = options.clock();
        this.routes = List.copyOf(routes);
        this.gate = new Gate(options);
        this.throttle = new Throttle(options.ratesPerMinute(), options.clock());
        this.faults = faults;
        this.journal = journal;
        this.reception = in;
        this.responder = out;
    }

    void receive(HttpServerRequest request) {
        reception.receive(request, call -> responder.send(request, answer(call)));
    }

    private Answer answer(Call call) {
        record(call);
        List<Route> onPath =
                routes.stream().filter(route -> route.leadsTo(call.path())).toList();
        if (onPath.isEmpty()) {
            return Answer.text(404, "text/plain", "404 page not found");
        }
        return onPath.stream()
                .filter(route -> route.method().equals(call.method()))
                .findFirst()
                .map(route -> answer(call.at(route), route).header("Trace-Id", call.id()))
                .orElseGet(() -> Answer.text(405, "text/plain", "405 method not allowed"));
    }

    private Answer answer(Call call, Route route) {
        try {
            if (!route.open()) {
                gate.admit(call);
                throttle.pass(call.path());
            }
            Call asked = call.with(faults.of(call));
            return asked.mischief()
                    .instead(route.generation(), call.id())
                    .orElseGet(() -> asked.mischief().spoil(route.handler().answer(asked)));
        } catch (Refusal refusal) {
            return route.generation().refused(refusal, call.id());
        } catch (RuntimeException bug) {
            LOG.atError().setCause(bug).addKeyValue("endpoint", call.path()).log("The sandbox has a bug");
            return route.generation().refused(Refusal.of(1000), call.id());
        }
    }

    private void record(Call call) {
        Map<String, String> query = new HashMap<>();
        call.query().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
        journal.add(new Journal.Entry(
                clock.instant(),
                call.method(),
                call.path(),
                Map.copyOf(query),
                new String(call.body(), StandardCharsets.UTF_8)));
    }
}
