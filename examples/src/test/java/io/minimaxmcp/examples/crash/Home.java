package io.minimaxmcp.examples.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders of one person's installation, which outlive its processes. */
record Home(Path root) {

    Path data() {
        return root.resolve("data");
    }

    Path output() {
        return root.resolve("output");
    }

    /** Replaces an environment by one that holds this home and these settings, and nothing of who runs the test. */
    void environment(Map<String, String> environment, Map<String, String> settings) {
        environment.clear();
        environment.put("HOME", root.toString());
        environment.put("MINIMAX_MCP_DATA_DIR", data().toString());
        environment.put("MINIMAX_MCP_OUTPUT_DIR", output().toString());
        environment.putAll(settings);
    }

    /** The results that a person finds. */
    List<Path> results() throws IOException {
        if (!Files.isDirectory(output())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(output())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
