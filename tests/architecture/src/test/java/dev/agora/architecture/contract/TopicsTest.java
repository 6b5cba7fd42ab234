package dev.agora.architecture.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.architecture.project.Module;
import dev.agora.architecture.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts/topics.json is the one list of topics. */
class TopicsTest {

  private static final Pattern TOPIC =
      Pattern.compile("\"((?:accounts|ledger|billing|payout|marketplace)\\.[a-z-]+\\.v[0-9]+)\"");

  private static final JsonNode TOPICS =
      JsonMapper.shared()
          .readTree(
              Project.read(
                  Project.root().resolve("contracts/src/main/resources/contracts/topics.json")))
          .path("topics");

  @Test
  void every_topic_stands_there_once() {
    List<String> names = new ArrayList<>();
    TOPICS.forEach(topic -> names.add(topic.path("name").asString()));

    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void every_topic_has_one_owner_which_its_name_begins_with() {
    Set<String> services =
        Project.modules().stream()
            .filter(Module::isService)
            .map(Module::path)
            .collect(Collectors.toSet());

    assertThat(TOPICS)
        .allSatisfy(
            topic -> {
              String owner = topic.path("owner").asString();
              assertThat(owner).isIn(services);
              assertThat(topic.path("name").asString())
                  .startsWith(owner.replace("-service", "") + ".");
            });
  }

  @Test
  void every_topic_says_how_it_is_cut_and_how_long_it_lasts() {
    assertThat(TOPICS)
        .allSatisfy(
            topic -> {
              assertThat(topic.path("partitions").asInt()).isPositive();
              assertThat(topic.path("key").asString()).isNotBlank();
              assertThat(topic.path("compacted").asBoolean(false) || topic.has("retention"))
                  .isTrue();
            });
  }

  @Test
  void no_code_names_a_topic_that_nobody_owns() {
    Set<String> declared =
        TOPICS
            .valueStream()
            .map(topic -> topic.path("name").asString())
            .collect(Collectors.toSet());

    assertThat(
            Project.javaFiles().stream()
                .filter(file -> file.isMain())
                .flatMap(file -> TOPIC.matcher(file.text()).results())
                .map(match -> match.group(1))
                .distinct())
        .isSubsetOf(declared);
  }

  /** Access rules of production follow from writers and readers: who is missing is locked out. */
  @Test
  void who_names_a_topic_is_among_its_writers_or_readers() {
    for (JsonNode topic : TOPICS) {
      String quoted = '"' + topic.path("name").asString() + '"';
      assertThat(
              Project.modules().stream()
                  .filter(Module::isService)
                  .map(Module::path)
                  .filter(
                      service ->
                          Project.javaFiles().stream()
                              .filter(file -> file.isMain() && file.path().startsWith(service))
                              .anyMatch(file -> file.text().contains(quoted))))
          .as(quoted)
          .isSubsetOf(Stream.concat(names(topic, "writers"), names(topic, "readers")).toList());
    }
  }

  /** A handler of commands answers whoever orchestrates. */
  @Test
  void who_reads_commands_writes_replies_to_those_who_send_them() {
    for (JsonNode commands : TOPICS) {
      if (commands.path("name").asString().endsWith(".commands.v1")) {
        names(commands, "writers")
            .map(sender -> sender.replace("-service", "") + ".saga-replies.v1")
            .forEach(
                replies ->
                    assertThat(names(named(replies), "writers"))
                        .as(replies)
                        .containsAll(names(commands, "readers").toList()));
      }
    }
  }

  private static JsonNode named(String topic) {
    return TOPICS
        .valueStream()
        .filter(node -> node.path("name").asString().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<String> names(JsonNode topic, String property) {
    return topic.path(property).valueStream().map(JsonNode::asString);
  }
}
