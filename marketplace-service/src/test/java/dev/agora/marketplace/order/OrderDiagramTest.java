package dev.agora.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.infrastructure.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OrderDiagramTest {

  @Test
  void thePageShowsTheMachineAsItIs() throws IOException {
    Path page = ProjectFolder.find().resolve("docs/orders.md");
    if (Boolean.getBoolean("agora.document")) {
      Files.writeString(page, OrderDiagram.page());
    }
    assertThat(Files.exists(page) ? Files.readString(page) : "")
        .as("docs/orders.md is not what the machine says; ./agora document makes it anew")
        .isEqualTo(OrderDiagram.page());
  }
}
