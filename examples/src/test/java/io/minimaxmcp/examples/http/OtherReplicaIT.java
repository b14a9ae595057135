package io.minimaxmcp.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.examples.crash.SharedDatabase;
import io.minimaxmcp.schemas.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas behind a balancer that does not know whose session is where. */
class OtherReplicaIT {
    @TempDir
    Path folder;

    @Test
    void aRequestOfASessionElsewhereHears404AndItsClientGoesOnInANewSession() {
        try (SharedDatabase database = SharedDatabase.in(folder);
                HttpProcess here = replica(database, "here");
                HttpProcess there = replica(database, "there")) {
            Guest guest = new Guest(here.uri(), Map.of());
            String job = guest.call("generate_image", "{'prompt':'a lighthouse'}")
                    .at("/structuredContent/job_id")
                    .asText();

            Guest anew = new Guest(there.uri(), Map.of());
            HttpResponse<String> misled =
                    anew.send(anew.post(guest.session(), guest.message("tools/list", Json.MAPPER.createObjectNode())));

            assertThat(misled.statusCode()).isEqualTo(404);
            assertThat(Guest.json(misled.body()).path("error").path("message").asText())
                    .containsIgnoringCase("session");
            assertThat(anew.call("get_job", "{'job_id':'" + job + "'}")
                            .at("/structuredContent/status")
                            .asText())
                    .isEqualTo("succeeded");
        }
    }

    private HttpProcess replica(SharedDatabase database, String name) {
        return new HttpProcess(folder.resolve(name), database.settings(Map.of()), "--sandbox");
    }
}
