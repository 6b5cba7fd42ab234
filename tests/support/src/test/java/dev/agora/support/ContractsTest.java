package dev.agora.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractsTest {
  @Test
  void findsEveryVariantOfATypeAndOfItsAnswers() {
    assertThat(Contracts.examples("ledger.place-hold"))
        .extracting(Contracts.Example::name)
        .containsExactly("place-hold.v1.example.conversion.json", "place-hold.v1.example.json");
    assertThat(Contracts.examples("ledger.place-hold.refusal"))
        .extracting(Contracts.Example::name)
        .containsExactly(
            "place-hold.v1.refusal.example.conversion.json",
            "place-hold.v1.refusal.example.json",
            "place-hold.v1.refusal.example.limit.json");
    assertThat(Contracts.example("ledger.place-hold.reply")).contains("{");
  }
}
