package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.Tenant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cap a job is under: MiniMax counts per account, so tenants that share a key share it. */
public final class Caps {
    /** For a MiniMax that takes as much as there is. */
    public static final Caps NONE = new Caps(new Accounts(null), Map.of());

    private final Accounts accounts;
    private final Map<Lane, Integer> most;

    /** @param most of the lanes that have a cap */
    public Caps(Accounts accounts, Map<Lane, Integer> most) {
        this.accounts = accounts;
        this.most = Map.copyOf(most);
    }

    /** Null where there is none, or nobody to pay. */
    public @Nullable Cap of(Tenant tenant, Lane lane) {
        Integer cap = most.get(lane);
        Account account = cap == null ? null : accounts.find(tenant);
        return cap == null || account == null ? null : new Cap(account.id(), lane, cap);
    }
}
