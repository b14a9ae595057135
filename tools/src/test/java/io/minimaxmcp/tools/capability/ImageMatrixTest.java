package io.minimaxmcp.tools.capability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every image of the catalogue: what it allows is made, what it does not allow is refused before it is sent. */
class ImageMatrixTest extends CatalogueMatrix {
    private static final String IMAGE = "/v1/image_generation";

    @Test
    void imagesOfEveryModelInEveryRatio() {
        CatalogueMatrix.Round round = round("generate_image", IMAGE);
        Set<String> ratios = new TreeSet<>(List.of("5:4"));
        offered("image").forEach(model -> ratios.addAll(texts(model.at("/features/aspect_ratios"))));
        for (JsonNode model : offered("image")) {
            for (String ratio : ratios) {
                boolean offered = texts(model.at("/features/aspect_ratios")).contains(ratio);
                ObjectNode call = image(model.path("id").asText()).put("aspect_ratio", ratio);
                round.add(call, offered, "aspect_ratio");
                round.add(withPerson(call.deepCopy()), offered, "aspect_ratio");
            }
        }

        round.play();
    }

    @Test
    void imagesAtTheBordersOfSizeAndNumber() {
        CatalogueMatrix.Round round = round("generate_image", IMAGE);
        for (JsonNode model : offered("image")) {
            boolean sized = model.at("/features/custom_size").asBoolean();
            for (int[] size : new int[][] {{512, 512}, {2048, 2048}, {512, 2048}, {1024, 1032}}) {
                round.add(sized(model, size[0], size[1]), sized, "width", "height");
            }
            for (int[] size : new int[][] {{504, 512}, {2056, 1024}, {1023, 1024}, {512, 0}, {1024, 1025}}) {
                round.add(sized(model, size[0], size[1]), false, "width", "height");
            }
            round.add(sized(model, 512, 512).put("aspect_ratio", "1:1"), false, "aspect_ratio", "width");
        }
        IntStream.rangeClosed(-1, 11).forEach(n -> round.add(image("image-01").put("n", n), n >= 1 && n <= 9, "n"));

        round.play();
    }

    @Test
    void promptsAtTheBordersOfTheirLength() {
        round("generate_image", IMAGE)
                .add(object("prompt", "x".repeat(1500)), true)
                .add(object("prompt", "x".repeat(1501)), false, "prompt")
                .add(object("prompt", ""), false, "prompt")
                .play();
    }

    private static ObjectNode image(String model) {
        return object("prompt", "a pear").put("model", model);
    }

    private static ObjectNode sized(JsonNode model, int width, int height) {
        return image(model.path("id").asText()).put("width", width).put("height", height);
    }

    private static ObjectNode withPerson(ObjectNode call) {
        call.putArray("subject_reference").addObject().put("image_file", PICTURE);
        return call;
    }
}
