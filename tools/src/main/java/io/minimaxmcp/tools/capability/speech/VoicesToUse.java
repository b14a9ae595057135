package io.minimaxmcp.tools.capability.speech;

import io.minimaxmcp.tools.job.Belongings;
import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Refusal;
import io.minimaxmcp.tools.tool.Stages;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.upstream.Answer;
import io.minimaxmcp.tools.upstream.Body;
import io.minimaxmcp.tools.upstream.Call;
import io.minimaxmcp.tools.upstream.Endpoints;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which voices a tenant may speak with. In an account that several are in, these are its own, MiniMax's and those of the user's catalogue:
 * whoever knows the id of another's voice could have it say anything.
 */
public final class VoicesToUse {
    private final MiniMaxClient client;
    private final Belongings belongings;
    private final List<String> favourites;
    /** MiniMax's own, as last heard: they are the same for all. */
    private volatile Set<String> known = Set.of();

    /** @param favourites ids from the user's catalogue */
    public VoicesToUse(MiniMaxClient client, Belongings belongings, List<String> favourites) {
        this.client = client;
        this.belongings = belongings;
        this.favourites = favourites;
    }

    /** Fails where the voice is another tenant's. Asks MiniMax only for a tenant that shares its account. */
    CompletionStage<@Nullable Void> check(String voice, Tenant tenant) {
        if (belongings.isAllOf(tenant) || favourites.contains(voice) || known.contains(voice)) {
            return Stages.nothing();
        }
        return belongings
                .voices(tenant)
                .thenCompose(isOwn -> isOwn.test(voice) ? Stages.nothing() : checkAtMiniMax(voice, tenant));
    }

    private CompletionStage<@Nullable Void> checkAtMiniMax(String voice, Tenant tenant) {
        Call call = Call.post(
                Endpoints.GET_VOICE, new Body().with("voice_type", "system").json());
        return client.call(tenant, call).thenCompose(answer -> {
            known = ids(answer);
            if (!known.contains(voice)) {
                throw Refusal.of(
                        ErrorKind.NOT_FOUND,
                        "voice",
                        voice,
                        "is no voice that you have.",
                        "Take one from list_voices.");
            }
            return Stages.nothing();
        });
    }

    private static Set<String> ids(Answer answer) {
        return StreamSupport.stream(answer.body().path("system_voice").spliterator(), false)
                .map(node -> node.path("voice_id").asText())
                .collect(Collectors.toSet());
    }
}
