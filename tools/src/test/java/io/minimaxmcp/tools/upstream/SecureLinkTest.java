package io.minimaxmcp.tools.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureLinkTest {
    @ParameterizedTest
    @CsvSource({
        "http://store.example/a%2Fb.jpeg?Expires=1&Signature=x%3D,https://store.example/a%2Fb.jpeg?Expires=1&Signature=x%3D",
        "HTTP://store.example:80/a:80/b,https://store.example/a:80/b",
        "http://store.example:80,https://store.example",
        "https://store.example/a,https://store.example/a",
        "http://127.0.0.1:4010/a,http://127.0.0.1:4010/a",
        "http://localhost/a,http://localhost/a",
        "http://,http://",
        "no link,no link"
    })
    void asksForEveryResultWithTlsButOnThisMachine(String given, String fetched) {
        assertThat(SecureLink.of(given)).isEqualTo(fetched);
    }
}
