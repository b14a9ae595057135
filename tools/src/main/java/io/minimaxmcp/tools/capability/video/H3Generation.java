package io.minimaxmcp.tools.capability.video;

import io.minimaxmcp.tools.job.Job;
import io.minimaxmcp.tools.tool.Charged;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Endpoint;
import io.minimaxmcp.tools.upstream.Endpoints;

/** {@code POST /v2/video_generation}. */
final class H3Generation implements H3Work {
    static final String NAME = "h3";

    private final ClosedProducts closed;

    /** @param closed knows whether the account turned out not to have the product */
    H3Generation(ClosedProducts closed) {
        this.closed = closed;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Endpoint endpoint() {
        return Endpoints.VIDEO_V2;
    }

    @Override
    public String taskType() {
        return "generation";
    }

    /** Who waits is given another model's video; who does not must hear how to get one. */
    @Override
    public Failure explained(Job job, Failure refused) {
        boolean isLacking = refused.charged() == Charged.NO && closed.isClosed(job.tenant(), ClosedProducts.VIDEO_V2);
        return isLacking
                ? refused.advising("Call generate_video again without model, with the same request_id if it had one:"
                        + " now that MiniMax-H3 is known to be missing, MiniMax-Hailuo-2.3 makes it.")
                : refused;
    }
}
