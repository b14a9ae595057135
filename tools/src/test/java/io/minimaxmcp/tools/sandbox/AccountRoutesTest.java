package io.minimaxmcp.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountRoutesTest {
    @Test
    void theKindOfKeyDecidesBetweenBalanceAndPlan() {
        try (SandboxClient client = new SandboxClient()) {
            SandboxClient payer = client.as("sk-api-1");
            SandboxClient subscriber = client.as("sk-cp-1");

            assertThat(payer.get("/account/query_balance")
                            .json()
                            .path("available_amount")
                            .isTextual())
                    .isTrue();
            assertThat(payer.get("/v1/token_plan/remains").code()).isEqualTo(1004);
            assertThat(subscriber
                            .get("/v1/token_plan/remains")
                            .json()
                            .at("/model_remains/0/current_interval_remaining_percent")
                            .asInt())
                    .isEqualTo(80);
            assertThat(subscriber.get("/account/query_balance").code()).isEqualTo(1004);
        }
    }
}
