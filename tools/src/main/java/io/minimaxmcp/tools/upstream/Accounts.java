package io.minimaxmcp.tools.upstream;

import io.minimaxmcp.tools.tool.ErrorKind;
import io.minimaxmcp.tools.tool.Failure;
import io.minimaxmcp.tools.tool.Tenant;
import io.minimaxmcp.tools.tool.ToolException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for whom: the server's own key, and the keys that tenants bring along. Keys are in memory only.
 *
 * <p>A tenant known only by its key never falls back to the server's: its work is in another account.
 */
public final class Accounts {
    private final @Nullable Account server;
    private final Map<Tenant, Account> own = new ConcurrentHashMap<>();

    /** @param serverKey null when none is set: calls then say how to set it */
    public Accounts(@Nullable Secret serverKey) {
        server = serverKey == null ? null : new Account(serverKey);
    }

    /** The tenant that is who brings this key; the same key is always the same tenant. */
    public static Tenant tenantOf(Secret key) {
        return Tenant.payingItself(key.digest().substring(0, 32));
    }

    /** Lets a tenant pay for itself from now on. */
    public void remember(Tenant tenant, Secret key) {
        own.put(tenant, new Account(key));
    }

    /** Forgets the key that a tenant brought. */
    public void forget(Tenant tenant) {
        own.remove(tenant);
    }

    /** The account that pays for this tenant, or null when there is none. */
    public @Nullable Account find(Tenant tenant) {
        Account brought = own.get(tenant);
        return brought == null && !tenant.paysItself() ? server : brought;
    }

    /** Whether the tenant is one of several in the server's account, which is not its own. */
    boolean isShared(Tenant tenant) {
        return !tenant.equals(Tenant.LOCAL) && !own.containsKey(tenant) && !tenant.paysItself();
    }

    /** The account that pays for this tenant; throws a {@code ToolException} that says how to set a key when there is none. */
    Account of(Tenant tenant) {
        Account account = find(tenant);
        if (account == null) {
            throw new ToolException(
                    tenant.paysItself()
                            ? Failure.of(
                                    ErrorKind.AUTH,
                                    "The MiniMax key of this caller is not known (keys are kept in memory only).",
                                    "Send it again in the X-MiniMax-Api-Key header.")
                            : Failure.of(
                                    ErrorKind.AUTH,
                                    "No MiniMax API key is set, so nothing was sent.",
                                    "Set MINIMAX_API_KEY in the server's environment (keys: platform.minimax.io, "
                                            + "API Keys) and restart it, or start it with --sandbox to try without a key."));
        }
        return account;
    }
}
