package io.minimaxmcp.tools.sandbox.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptionTest {
    @Test
    void breaksLinesBetweenWords() {
        assertThat(Caption.wrap("the quick brown\nfox", 9)).containsExactly("the quick", "brown fox");
    }

    @Test
    void cutsWordsThatAreLongerThanALine() {
        assertThat(Caption.wrap("a donaudampfschiff", 6)).containsExactly("a", "donaud", "ampfsc", "hiff");
    }

    @Test
    void dropsAccentsAndBoxesOtherScripts() {
        assertThat(Caption.wrap("Füße 灯塔", 20)).containsExactly("Fu\u007fe \u007f\u007f");
    }
}
