package io.minimaxmcp.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.server.link.MediaLinks.Verdict;
import io.minimaxmcp.tools.media.MediaId;
import io.minimaxmcp.tools.tool.Tenant;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaLinksTest {
    private static final Tenant OWNER = new Tenant("key:0123456789abcdef");
    private static final MediaId MEDIA = new MediaId("job-1", 1);

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void takesItsOwnLinksUntilTheyExpire() {
        MediaLinks links = links(LinkKey.of("a secret of many servers"));
        URI link = URI.create(links.to(OWNER, MEDIA));
        Verdict fresh = check(links, link, "", "");
        now = now.plus(Duration.ofMinutes(61));

        Verdict old = check(links, link, "", "");

        assertThat(fresh).isEqualTo(new Verdict.Good(OWNER, MEDIA, Duration.ofHours(1)));
        assertThat(old).isEqualTo(new Verdict.Expired());
        assertThat(link).hasScheme("https").hasHost("mcp.example").hasPath("/minimax/media/job-1-1");
    }

    @ParameterizedTest
    @CsvSource({
        "job-1-1, job-1-2",
        "job-1-1, job-2-1",
        "tenant=key:0123456789abcdef, tenant=local",
        "tenant=key:0123456789abcdef, tenant=",
        "expires=1, expires=2",
        "expires=1, expires=x",
        "signature=, signature=A",
        "signature=, sign=",
    })
    void takesNoLinkThatSomebodyHasChanged(String part, String other) {
        MediaLinks links = links(LinkKey.of("a secret of many servers"));
        URI link = URI.create(links.to(OWNER, MEDIA));

        assertThat(link.toString()).contains(part);
        assertThat(check(links, link, part, other)).isEqualTo(new Verdict.Forged());
    }

    @Test
    void takesNoLinkOfAnotherKey() {
        URI link = URI.create(
                links(LinkKey.of("another secret, of another server")).to(OWNER, MEDIA));

        assertThat(check(links(LinkKey.of("a secret of many servers")), link, "", ""))
                .isEqualTo(new Verdict.Forged());
    }

    @Test
    void keepsItsKeyInTheDataFolderForOthersAndForTheNextStart() {
        byte[] first = LinkKey.in(folder.resolve("data")).bytes();
        byte[] second = LinkKey.in(folder.resolve("data")).bytes();
        byte[] elsewhere = LinkKey.in(folder.resolve("other")).bytes();

        assertThat(first).hasSize(32).isEqualTo(second).isNotEqualTo(elsewhere);
    }

    @Test
    void manyThatStartAtOnceAgreeOnOneKey() {
        Path data = folder.resolve("data");

        Set<String> keys = IntStream.range(0, 16)
                .parallel()
                .mapToObj(start -> HexFormat.of().formatHex(LinkKey.in(data).bytes()))
                .collect(Collectors.toSet());

        assertThat(keys).hasSize(1);
        assertThat(data).isDirectoryNotContaining("glob:**.tmp");
    }

    private MediaLinks links(LinkKey key) {
        return new MediaLinks(
                () -> key, () -> URI.create("https://mcp.example/minimax/"), Duration.ofHours(1), () -> now);
    }

    private static Verdict check(MediaLinks links, URI link, String part, String other) {
        URI changed = URI.create(link.toString().replace(part, other));
        String path = changed.getPath();
        Map<String, String> query = Arrays.stream(changed.getQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return links.check(path.substring(path.lastIndexOf('/') + 1), query);
    }
}
