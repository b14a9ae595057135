package io.minimaxmcp.examples.crash;

/** What can be ordered, and where MiniMax is asked for it. */
enum Product {
    VIDEO("generate_video", "{'prompt':'%s','model':'MiniMax-Hailuo-2.3'}", "/v1/video_generation", "VIDEO"),
    IMAGE("generate_image", "{'prompt':'%s'}", "/v1/image_generation", "IMAGE"),
    SPEECH("generate_speech", "{'text':'%s'}", "/v1/t2a_v2", "SPEECH"),
    MUSIC("generate_music", "{'prompt':'%s','instrumental':true}", "/v1/music_generation", "MUSIC");

    private final String tool;
    private final String arguments;
    private final String path;
    private final String lane;

    Product(String tool, String arguments, String path, String lane) {
        this.tool = tool;
        this.arguments = arguments;
        this.path = path;
        this.lane = lane;
    }

    String tool() {
        return tool;
    }

    String asking(String words) {
        return arguments.formatted(words);
    }

    /** Where the paid request goes. */
    String path() {
        return path;
    }

    /** The setting of its requests a minute. */
    String rate() {
        return "MINIMAX_MCP_RATE_" + lane;
    }
}
