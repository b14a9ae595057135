package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JobIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final long MOST = (1L << 60) - 1;

    @Test
    void anIdIsShortLowercaseAndHoldsTheTimeFirst() {
        String id = new JobIds(at(Instant.ofEpochMilli(33)), () -> 31).next();

        assertThat(id).isEqualTo("000000001100000000000z");
    }

    @Test
    void idsOfOneProcessRiseWhileTheClockStandsStill() {
        var ids = new JobIds(at(NOW), RandomGenerator.getDefault());

        List<String> made = Stream.generate(ids::next).limit(1000).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void noIdTellsTheNext() {
        var one = new JobIds(at(NOW), startingAlike());
        var other = new JobIds(at(NOW), startingAlike());

        assertThat(one.next()).isEqualTo(other.next());
        assertThat(one.next()).isNotEqualTo(other.next());
    }

    private static RandomGenerator startingAlike() {
        var first = new AtomicBoolean(true);
        return () -> first.getAndSet(false) ? 7 : RandomGenerator.getDefault().nextLong();
    }

    @Test
    void idsRiseEvenWhenTheRandomPartIsUsedUp() {
        var ids = new JobIds(at(NOW), () -> MOST);

        List<String> made = Stream.generate(ids::next).limit(3).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsOfManyProcessesSortByTime() {
        List<String> made = IntStream.range(0, 50)
                .mapToObj(i -> new JobIds(at(NOW.plusMillis(i)), RandomGenerator.getDefault()).next())
                .toList();

        assertThat(made).isSorted();
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
