package io.minimaxmcp.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.minimaxmcp.server.config.ServerConfig;
import io.minimaxmcp.server.rpc.Wire;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wire to somebody on another machine, over which no path of this machine's folders goes: whoever wrote down what failed wrote it for
 * the person at this machine too, and jobs keep it for later.
 */
final class DiscreetWire implements Wire {
    /** What is longer is a file's content, which names no folder of ours. */
    private static final int LONGEST = 100_000;

    private final Wire wire;
    private final Folders folders;

    DiscreetWire(Wire wire, Folders folders) {
        this.wire = wire;
        this.folders = folders;
    }

    @Override
    public boolean send(JsonNode message) {
        return wire.send(folders.without(message));
    }

    @Override
    public boolean sendIfRoom(JsonNode message) {
        return wire.sendIfRoom(folders.without(message));
    }

    @Override
    public Wire about(JsonNode requestId) {
        return new DiscreetWire(wire.about(requestId), folders);
    }

    /** The folders that are not spoken of. */
    static final class Folders {
        private final List<String> names;
        private final Pattern paths;

        private Folders(List<String> names) {
            this.names = names;
            String any = String.join("|", names.stream().map(Pattern::quote).toList());
            // Not the end of a URL's path, and not the beginning of another name.
            this.paths = Pattern.compile(
                    "(?<![\\w:/\\\\.%~=&?#-])(?:" + any + ")(?:[/\\\\][^\\s\"'<>]*[^\\s\"'<>.,:;)])?(?![\\w-])");
        }

        static Folders of(ServerConfig config) {
            return of(Stream.concat(
                    Stream.of(config.outputDir(), config.dataDir(), config.home()), config.inputDirs().stream()));
        }

        static Folders of(Stream<Path> folders) {
            return new Folders(folders.map(Path::toAbsolutePath)
                    .filter(folder -> folder.getNameCount() > 0)
                    .map(Path::toString)
                    .distinct()
                    .toList());
        }

        JsonNode without(JsonNode message) {
            // The documents of the tools are the same wherever they are told, and long.
            boolean mayName = !message.path("result").has("tools") && isNamedIn(message);
            return mayName ? replaced(message) : message;
        }

        private boolean isNamedIn(JsonNode node) {
            if (node.isTextual()) {
                return isNamedIn(node.textValue());
            }
            for (JsonNode child : node) {
                if (isNamedIn(child)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isNamedIn(String text) {
            if (text.length() > LONGEST || text.indexOf(File.separatorChar) < 0) {
                return false;
            }
            for (String name : names) {
                if (text.contains(name)) {
                    return true;
                }
            }
            return false;
        }

        private JsonNode replaced(JsonNode node) {
            if (node instanceof ObjectNode object) {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), replaced(member.getValue())));
                return copy;
            }
            if (node instanceof ArrayNode array) {
                ArrayNode copy = array.arrayNode(array.size());
                array.forEach(item -> copy.add(replaced(item)));
                return copy;
            }
            return isNamedIn(node)
                    ? TextNode.valueOf(paths.matcher(node.textValue()).replaceAll("of the server"))
                    : node;
        }
    }
}
