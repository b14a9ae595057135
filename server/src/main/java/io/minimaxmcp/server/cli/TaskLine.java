package io.minimaxmcp.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of the product brief, {@code --task generate-speech --text Hello}, as the {@code call} that it stands for. */
final class TaskLine {
    private static final String TASK = "--task";
    private static final Map<String, String> TOOLS = Map.of(
            "generate", "generate_image",
            "generate-image", "generate_image",
            "generate-video", "generate_video",
            "generate-speech", "generate_speech",
            "generate-music", "generate_music");

    private TaskLine() {}

    static boolean isOne(List<String> args) {
        return args.stream().anyMatch(arg -> arg.equals(TASK) || arg.startsWith(TASK + "="));
    }

    /**
     * @param ownFlags options of {@code call} and settings with a value, which are not arguments of the tool
     */
    static List<String> toCall(List<String> args, java.util.function.Predicate<String> ownFlags) throws UsageException {
        List<String> call = new ArrayList<>(List.of("call"));
        String tool = null;
        for (int i = 0; i < args.size(); i++) {
            Flag flag = Flag.at(args, i);
            i += flag.consumed();
            if (flag.name().equals(TASK)) {
                tool = toolOf(flag.value());
            } else if (ownFlags.test(flag.name())) {
                call.add(flag.name());
                if (flag.given()) {
                    call.add(flag.value());
                }
            } else {
                call.add(flag.name().substring(2).replace('-', '_') + "=" + (flag.given() ? flag.value() : "true"));
            }
        }
        if (tool == null) {
            throw new UsageException(TASK + " needs a value: "
                    + String.join(", ", TOOLS.keySet().stream().sorted().toList()));
        }
        call.add(1, tool);
        return call;
    }

    private static String toolOf(String task) throws UsageException {
        String tool = TOOLS.get(task);
        if (tool == null) {
            throw new UsageException("--task '" + task + "' is not known. Known: "
                    + String.join(", ", TOOLS.keySet().stream().sorted().toList()));
        }
        return tool;
    }

    /** A flag with its value, in either spelling. */
    private record Flag(String name, String value, boolean given, int consumed) {
        static Flag at(List<String> args, int index) throws UsageException {
            String arg = args.get(index);
            if (!arg.startsWith("--") || arg.length() < 3) {
                throw new UsageException("'" + arg + "' is not a --flag; quote values that hold spaces");
            }
            int equals = arg.indexOf('=');
            if (equals > 0) {
                return new Flag(arg.substring(0, equals), arg.substring(equals + 1), true, 0);
            }
            boolean valued = index + 1 < args.size() && !args.get(index + 1).startsWith("--");
            return new Flag(arg, valued ? args.get(index + 1) : "", valued, valued ? 1 : 0);
        }
    }
}
