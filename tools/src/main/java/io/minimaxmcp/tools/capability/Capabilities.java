package io.minimaxmcp.tools.capability;

import io.minimaxmcp.tools.capability.account.EstimateCost;
import io.minimaxmcp.tools.capability.account.ListModels;
import io.minimaxmcp.tools.capability.account.ShowStatus;
import io.minimaxmcp.tools.capability.files.DeleteFile;
import io.minimaxmcp.tools.capability.files.GetFile;
import io.minimaxmcp.tools.capability.files.ListFiles;
import io.minimaxmcp.tools.capability.image.GenerateImage;
import io.minimaxmcp.tools.capability.image.ImageSource;
import io.minimaxmcp.tools.capability.jobs.CancelJob;
import io.minimaxmcp.tools.capability.jobs.GetJob;
import io.minimaxmcp.tools.capability.jobs.ListJobs;
import io.minimaxmcp.tools.capability.music.GenerateMusic;
import io.minimaxmcp.tools.capability.music.LyricsSource;
import io.minimaxmcp.tools.capability.music.MusicSource;
import io.minimaxmcp.tools.capability.music.WriteLyrics;
import io.minimaxmcp.tools.capability.speech.GenerateSpeech;
import io.minimaxmcp.tools.capability.speech.LongSpeechSource;
import io.minimaxmcp.tools.capability.speech.SpeechSource;
import io.minimaxmcp.tools.capability.speech.TranscribeSpeech;
import io.minimaxmcp.tools.capability.speech.TranscriptSource;
import io.minimaxmcp.tools.capability.video.EnhancePrompt;
import io.minimaxmcp.tools.capability.video.GenerateVideo;
import io.minimaxmcp.tools.capability.video.H3Source;
import io.minimaxmcp.tools.capability.video.HailuoSource;
import io.minimaxmcp.tools.capability.video.RegenerateVideo;
import io.minimaxmcp.tools.capability.voice.CloneSource;
import io.minimaxmcp.tools.capability.voice.CloneVoice;
import io.minimaxmcp.tools.capability.voice.DeleteVoice;
import io.minimaxmcp.tools.capability.voice.DesignSource;
import io.minimaxmcp.tools.capability.voice.DesignVoice;
import io.minimaxmcp.tools.capability.voice.ListVoices;
import io.minimaxmcp.tools.job.JobSource;
import io.minimaxmcp.tools.job.OneShotSource;
import io.minimaxmcp.tools.job.Outputs;
import io.minimaxmcp.tools.job.PaidCapability;
import io.minimaxmcp.tools.job.PaidInput;
import io.minimaxmcp.tools.job.PaidTool;
import io.minimaxmcp.tools.media.MediaBodies;
import io.minimaxmcp.tools.tool.Capability;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The table of all tools, in the order of {@code tools/list}, and of all sources of jobs. */
public final class Capabilities {
    public static final List<Entry> ALL = List.of(
            paid(
                    "generate_image",
                    "image",
                    kit -> new GenerateImage(kit.models(), kit.prices(), kit.inputs(), kit.dialect())),
            paid(
                    "generate_video",
                    "video",
                    kit -> new GenerateVideo(
                            kit.catalog(), kit.models(), kit.prices(), kit.inputs(), kit.dialect(), kit.closed())),
            paid(
                    "generate_speech",
                    "speech",
                    kit -> new GenerateSpeech(
                            kit.catalog(), kit.models(), kit.prices(), kit.inputs(), kit.dialect(), kit.mayUse())),
            paid(
                            "generate_music",
                            "music",
                            kit -> new GenerateMusic(kit.catalog(), kit.models(), kit.prices(), kit.inputs()))
                    .of(ClosedProducts.MUSIC),
            paid(
                    "transcribe_speech",
                    "transcription",
                    kit -> new TranscribeSpeech(kit.models(), kit.prices(), kit.inputs())),
            paid("write_lyrics", "lyrics", kit -> new WriteLyrics(kit.prices())).of(ClosedProducts.MUSIC),
            paid(
                    "regenerate_video",
                    "enhancement",
                    kit -> new RegenerateVideo(kit.ledger(), kit.catalog(), kit.prices(), kit.inputs(), kit.clock())),
            paid(
                    "enhance_prompt",
                    "enhancement",
                    kit -> new EnhancePrompt(kit.catalog(), kit.models(), kit.prices(), kit.inputs())),
            paid(
                    "clone_voice",
                    "voice",
                    kit -> new CloneVoice(kit.catalog(), kit.models(), kit.prices(), kit.inputs(), kit.dialect())),
            paid("design_voice", "voice", kit -> new DesignVoice(kit.prices())),
            free(
                    "list_voices",
                    "voice",
                    kit -> new ListVoices(kit.voices(), kit.catalog().favouriteVoices())),
            free("delete_voice", "voice", kit -> new DeleteVoice(kit.client(), kit.voices(), kit.belongings())),
            free("get_job", "jobs", kit -> new GetJob(kit.desk())),
            free("list_jobs", "jobs", kit -> new ListJobs(kit.desk())),
            free("cancel_job", "jobs", kit -> new CancelJob(kit.desk())),
            free("estimate_cost", "account", kit -> new EstimateCost(kit.paidTools(), kit.catalog())),
            free("list_models", "account", kit -> new ListModels(kit.catalog())),
            free(
                    "status",
                    "account",
                    kit -> new ShowStatus(kit.installation(), kit.client(), kit.ledger(), kit.clock())),
            free("list_files", "files", kit -> new ListFiles(kit.files())),
            free("get_file", "files", kit -> new GetFile(kit.files())),
            free("delete_file", "files", kit -> new DeleteFile(kit.client(), kit.files())));

    /** Toolsets that are offered only where a setting names them: every conversation pays for each tool's document. */
    public static final Set<String> OPT_IN = Set.of("files", "lyrics", "transcription", "enhancement");

    private Capabilities() {}

    /** Everything that sends paid requests. Their names are in ledgers: a line may be added here, never taken away. */
    public static List<JobSource> sources(SourceKit kit) {
        MiniMaxClient client = kit.client();
        MediaBodies bodies = kit.bodies();
        Outputs outputs = kit.outputs();
        return List.of(
                new OneShotSource(client, new ImageSource(bodies, outputs)),
                new HailuoSource(client, bodies),
                H3Source.generation(client, kit.closed(), bodies, kit.ledger(), kit.clock()),
                H3Source.regeneration(client, kit.prices(), bodies, kit.ledger(), kit.clock()),
                H3Source.prompt(client, kit.prices(), bodies, outputs, kit.ledger(), kit.clock()),
                new OneShotSource(client, new SpeechSource(outputs, kit.dialect(), kit.prices(), kit.ledger())),
                new LongSpeechSource(client, bodies, outputs, kit.prices(), kit.ledger()),
                new OneShotSource(client, new TranscriptSource(bodies, outputs)),
                new OneShotSource(client, new LyricsSource(outputs, kit.closed())),
                new OneShotSource(client, new MusicSource(bodies, outputs, kit.closed())),
                new OneShotSource(client, new CloneSource(client, bodies)),
                new OneShotSource(client, new DesignSource(outputs)));
    }

    private static <I extends Record & PaidInput> Entry paid(
            String tool, String toolset, Function<Kit, PaidCapability<I>> make) {
        return new Entry(tool, toolset, true, null, kit -> new PaidTool<>(make.apply(kit), kit.desk()));
    }

    private static Entry free(String tool, String toolset, Function<Kit, Capability<?>> make) {
        return new Entry(tool, toolset, false, null, make);
    }
}
