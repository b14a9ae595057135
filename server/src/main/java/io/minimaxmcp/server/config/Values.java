package io.minimaxmcp.server.config;

import io.minimaxmcp.schemas.Usd;
import io.minimaxmcp.tools.upstream.Hosts;
import java.io.File;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the flags and the environment say, read by setting and type. Blank counts as not set. */
final class Values {
    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Path home;

    Values(Map<String, String> flags, Map<String, String> environment, Path home) {
        this.flags = flags;
        this.environment = environment;
        this.home = home;
    }

    Optional<String> text(Setting setting) {
        Stream<@Nullable String> given = Stream.concat(
                Stream.of(flags.get(setting.flag())),
                Stream.concat(Stream.of(setting.name()), setting.aliases().stream())
                        .map(environment::get));
        return given.filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    boolean yes(Setting setting) {
        return parsed(setting, value -> switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "1", "yes", "on" -> true;
                    case "false", "0", "no", "off" -> false;
                    default -> throw new IllegalArgumentException(value);
                })
                .orElse(false);
    }

    <E extends Enum<E>> Optional<E> oneOf(Setting setting, Class<E> type) {
        return parsed(setting, value -> Enum.valueOf(type, value.toUpperCase(Locale.ROOT)));
    }

    Optional<Integer> number(Setting setting, int least, int most) {
        return parsed(setting, value -> {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new IllegalArgumentException(value);
            }
            return number;
        });
    }

    Optional<Usd> dollars(Setting setting) {
        return parsed(setting, value -> {
            Usd amount = Usd.of(value.replaceFirst("^\\$", ""));
            if (amount.micros() < 0) {
                throw new IllegalArgumentException(value);
            }
            return amount;
        });
    }

    Optional<Path> path(Setting setting) {
        return parsed(setting, this::toPath);
    }

    /** Split at the platform's path separator. */
    Optional<List<Path>> paths(Setting setting) {
        return parsed(
                setting,
                value -> parts(value, File.pathSeparator).map(this::toPath).toList());
    }

    Optional<List<String>> list(Setting setting) {
        return text(setting).map(value -> parts(value, ",").toList());
    }

    Optional<URI> host(Setting setting) {
        return parsed(setting, Hosts::parse);
    }

    <T> Optional<T> parsed(Setting setting, Function<String, T> parse) {
        Optional<String> text = text(setting);
        try {
            return text.map(parse);
        } catch (IllegalArgumentException | ArithmeticException notAllowed) {
            throw new BadSettingException(setting, text.orElse(""));
        }
    }

    private static Stream<String> parts(String value, String separator) {
        return Arrays.stream(value.split(Pattern.quote(separator), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    private Path toPath(String value) {
        String expanded = value.equals("~") || value.startsWith("~/") ? home + value.substring(1) : value;
        try {
            return Path.of(expanded).toAbsolutePath().normalize();
        } catch (InvalidPathException notAPath) {
            throw new IllegalArgumentException(notAPath);
        }
    }
}
