package dev.agora.architecture.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Project;
import org.junit.jupiter.api.Test;

/** Rule 10. */
class DeployTest {

  @Test
  void deploy_knows_images_ports_and_topics_but_never_a_java_class() {
    assertThat(Project.files())
        .filteredOn(file -> file.path().startsWith("deploy/") && !file.isMarkdown())
        .allSatisfy(
            file ->
                assertThat(file.text())
                    .as(file.path())
                    .doesNotContainPattern("dev\\.agora\\.[a-z]+\\."));
  }
}
