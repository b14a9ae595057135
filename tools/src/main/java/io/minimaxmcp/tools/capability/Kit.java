package io.minimaxmcp.tools.capability;

import io.minimaxmcp.schemas.ModelCatalog;
import io.minimaxmcp.tools.capability.account.Installation;
import io.minimaxmcp.tools.capability.files.AccountFiles;
import io.minimaxmcp.tools.capability.speech.VoicesToUse;
import io.minimaxmcp.tools.capability.voice.Voices;
import io.minimaxmcp.tools.job.Belongings;
import io.minimaxmcp.tools.job.JobDesk;
import io.minimaxmcp.tools.job.JobLedger;
import io.minimaxmcp.tools.media.Inputs;
import io.minimaxmcp.tools.preflight.ModelChoice;
import io.minimaxmcp.tools.spend.PriceList;
import io.minimaxmcp.tools.tool.Toolbox;
import io.minimaxmcp.tools.upstream.ClosedProducts;
import io.minimaxmcp.tools.upstream.Dialect;
import io.minimaxmcp.tools.upstream.MiniMaxClient;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What capabilities are made from.
 *
 * @param paidTools all paid tools, for estimates
 */
public record Kit(
        Installation installation,
        ModelCatalog catalog,
        ModelChoice models,
        PriceList prices,
        Dialect dialect,
        MiniMaxClient client,
        ClosedProducts closed,
        Inputs inputs,
        JobLedger ledger,
        JobDesk desk,
        Supplier<Toolbox> paidTools,
        Clock clock) {
    public Voices voices() {
        return new Voices(client, belongings(), catalog.words().languages(), catalog.favouriteVoices());
    }

    AccountFiles files() {
        return new AccountFiles(client, belongings());
    }

    VoicesToUse mayUse() {
        return new VoicesToUse(client, belongings(), catalog.favouriteVoices());
    }

    Belongings belongings() {
        return new Belongings(ledger, client::sharesAccount);
    }
}
