package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.job.TestProcess.World;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a list of jobs says to whoever reads only its text. */
class JobListTest {
    private static final Pattern CURSOR = Pattern.compile("Older ones: cursor \"(.+)\"\\.$");

    private final TestProcess process = new TestProcess(new World());

    private String page(int limit, @Nullable String cursor) {
        JobDesk desk = process.jobs.desk();
        return Answers.text(desk.list(new JobQuery(null, null, limit, cursor), desk.welcome(process.context(), 0)));
    }

    @Test
    void listsEachJobInOneLine() {
        process.place(TestProcess.video("la la\n \nhey"));

        assertThat(page(10, null)).endsWith("\"la la hey\"").doesNotContain("\n");
    }

    @Test
    void listsAsManyJobsAsThereIsRoomForAndSaysHowToGoOn() {
        for (int video = 0; video < 30; video++) {
            process.place(TestProcess.video("fox number " + video));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            String page = page(25, cursor);
            assertThat(page.length()).isLessThanOrEqualTo(1000);
            page.lines().filter(line -> line.contains("fox number")).forEach(seen::add);
            Matcher next = CURSOR.matcher(page);
            cursor = next.find() ? next.group(1) : null;
        } while (cursor != null);

        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
    }
}
