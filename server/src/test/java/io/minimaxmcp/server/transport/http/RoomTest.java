package io.minimaxmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomTest {
    @Test
    void givesNoMoreThanThereIsHoweverManyTake() {
        Room room = new Room(1_000);

        long given =
                IntStream.range(0, 10_000).parallel().filter(i -> room.take(7)).count();

        assertThat(given).isEqualTo(142);
    }

    @Test
    void hasRoomAgainForWhatWasGivenBack() {
        Room room = new Room(10);
        room.take(10);
        room.giveBack(4);

        assertThat(room.take(5)).isFalse();
        assertThat(room.take(4)).isTrue();
    }
}
