package dev.agora.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
  @Test
  void namesEachReadersDeadLetters() {
    List<String> names = TopicCatalogue.read().stream().map(Topic::name).toList();

    assertThat(names)
        .contains(
            "ledger.commands.v1",
            "ledger.commands.v1.ledger.dlt",
            "accounts.credentials.v1.gateway.dlt")
        .doesNotHaveDuplicates();
  }
}
