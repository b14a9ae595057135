package io.minimaxmcp.tools.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.minimaxmcp.schemas.Json;
import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.spend.Estimate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void isTheSameForTheSameRequestInAnotherOrderUnderAnotherName() throws Exception {
        String one = of("{\"prompt\":\"a fox\",\"frame\":{\"$media\":\"ab\",\"bytes\":3},\"n\":[1,2]}", null);
        String two = of("{\"n\":[1,2],\"frame\":{\"bytes\":3,\"$media\":\"ab\"},\"prompt\":\"a fox\"}", "my fox");

        assertThat(one).isEqualTo(two).hasSize(64);
    }

    @Test
    void differsWhenAnythingThatIsSentDiffers() throws Exception {
        assertThat(of("{\"frame\":{\"$media\":\"ab\"}}", null))
                .isNotEqualTo(of("{\"frame\":{\"$media\":\"cd\"}}", null));
        assertThat(of("{\"n\":[1,2]}", null)).isNotEqualTo(of("{\"n\":[2,1]}", null));
        assertThat(of("{\"seed\":\"1\"}", null)).isNotEqualTo(of("{\"seed\":1}", null));
    }

    private static String of(String request, @Nullable String outputName) throws Exception {
        var body = (ObjectNode) Json.MAPPER.readTree(request);
        var price = new Estimate(Usd.of("1"), "a guess");
        return Fingerprint.of(
                new Order("generate_video", "video", "hailuo", "m", body, price, outputName, "a fox", null));
    }
}
