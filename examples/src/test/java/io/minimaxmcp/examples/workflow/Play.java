package io.minimaxmcp.examples.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Plays a workflow and draws what it has made: {@code examples/workflows/run} starts it. */
final class Play {
    private Play() {}

    /** @param arguments the folder of the transcripts, a transcript's name, a folder for results, and maybe {@code --paid} */
    public static void main(String[] arguments) throws IOException {
        Path transcripts = Path.of(arguments[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        boolean paid = List.of(arguments).contains("--paid");
        Workflow workflow = Workflow.read(transcripts, arguments[1]);
        System.out.println(
                workflow.title() + (paid ? ", by MiniMax" : ", in the sandbox: no key, no network, no cost"));
        List<Workflow.Step> steps = workflow.play(
                folder,
                paid ? System.getenv() : Map.of(),
                paid,
                step -> step.artifacts()
                        .forEach(artifact -> System.out.println("  " + step.tool() + "  "
                                + artifact.path("path").asText())));
        Path sheet = folder.resolve(arguments[1] + ".svg");
        Files.writeString(sheet, ContactSheet.of(workflow.title(), steps));
        System.out.println("  all of it on a page: " + sheet);
    }
}
