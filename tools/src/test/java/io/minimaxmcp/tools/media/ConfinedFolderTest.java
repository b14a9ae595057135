package io.minimaxmcp.tools.media;

import static io.minimaxmcp.tools.media.ConfinedFolder.Before.NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import io.minimaxmcp.tools.tool.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinedFolderTest {
    @TempDir
    Path disk;

    private Path root;
    private ConfinedFolder folder;

    @BeforeEach
    void makeFolder() throws IOException {
        root = Files.createDirectory(disk.resolve("output"));
        folder = new ConfinedFolder(root);
    }

    @Test
    void neverOverwritesUnderSixteenThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);

        List<Future<Path>> placed = IntStream.range(0, 64)
                .mapToObj(i -> threads.submit(() -> {
                    Path file = Files.writeString(disk.resolve("file" + i), "bytes " + i);
                    start.await();
                    return folder.place(file, root, "cat", "png", Set.of(), NOTHING, NOTHING);
                }))
                .toList();
        start.countDown();

        for (int i = 0; i < placed.size(); i++) {
            assertThat(placed.get(i).get()).hasContent("bytes " + i);
        }
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files).hasSize(64).contains(root.resolve("cat.png"), root.resolve("cat-64.png"));
        }
        threads.shutdown();
    }

    @Test
    void findsTheNameThatAFileHasAlready() throws IOException {
        Files.writeString(root.resolve("cat.png"), "a person's own");
        Path file = Files.writeString(disk.resolve("file"), "bytes");
        Path placed = folder.place(file, root, "cat", "png", Set.of(), NOTHING, NOTHING);

        Path again = folder.place(file, root, "cat", "png", Set.of(), NOTHING, NOTHING);

        assertThat(again).isEqualTo(placed).isEqualTo(root.resolve("cat-2.png"));
        assertThat(root.resolve("cat-3.png")).doesNotExist();
    }

    @Test
    void takesDanglingLinksForTakenNames() throws IOException {
        Files.createSymbolicLink(root.resolve("cat.png"), disk.resolve("elsewhere"));
        Path file = Files.writeString(disk.resolve("file"), "bytes");

        Path placed = folder.place(file, root, "cat", "png", Set.of(), NOTHING, NOTHING);

        assertThat(placed).isEqualTo(root.resolve("cat-2.png"));
        assertThat(disk.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void makesFoldersOnTheWay() throws IOException {
        Path made = folder.folder(List.of("album", "covers"));

        assertThat(made).isDirectory().isEqualTo(root.toRealPath().resolve("album/covers"));
        assertThat(folder.folder(List.of("album", "covers"))).isEqualTo(made);
    }

    @Test
    void followsNoLinkOutOfTheFolderAndMakesNothingBehindIt() throws IOException {
        Path outside = Files.createDirectory(disk.resolve("outside"));
        Files.createSymbolicLink(root.resolve("link"), outside);

        assertThat(Failures.of(() -> folder.folder(List.of("link", "deep"))).kind())
                .isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void followsLinksThatStayInside() throws IOException {
        Path real = Files.createDirectory(root.resolve("real"));
        Files.createSymbolicLink(root.resolve("link"), real);

        assertThat(folder.folder(List.of("link"))).isEqualTo(real.toRealPath());
    }

    @Test
    void refusesAFileInThePlaceOfAFolder() throws IOException {
        Files.writeString(root.resolve("album"), "a file");

        assertThat(Failures.of(() -> folder.folder(List.of("album"))).field()).isEqualTo("output_name");
    }
}
