package dev.agora.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.stripe.param.WebhookEndpointCreateParams.EnabledEvent;
import dev.agora.stripesimulator.oracle.ModelOracle;
import dev.agora.stripesimulator.state.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All that stand-ins answered and sent while the tests of the modules before this one ran.
 * (Requests need no comparison afterwards: the stand-in refuses what stripe-java's parameter
 * classes lack.)
 */
class StripeTrafficIT {

  private static Traffic traffic = new Traffic(List.of());

  @BeforeAll
  static void read() throws IOException {
    traffic = Traffic.read();
    assertThat(traffic.said())
        .as("nothing was recorded: the tests of the other modules have to run first")
        .isNotEmpty();
  }

  @AfterAll
  static void forget() throws IOException {
    Traffic.forget();
  }

  @Test
  void everyFieldIsOneOfStripeJavasModels() {
    assertThat(traffic.said())
        .allSatisfy(
            said ->
                assertThat(ModelOracle.problems(Json.write(said.body())))
                    .as(said.path())
                    .isEmpty());
  }

  @Test
  void everyEventIsOneThatStripeKnows() {
    Set<String> known =
        Arrays.stream(EnabledEvent.values())
            .map(EnabledEvent::getValue)
            .collect(Collectors.toSet());
    assertThat(traffic.said())
        .filteredOn(said -> "event".equals(Json.text(said.body(), "object")))
        .isNotEmpty()
        .allSatisfy(said -> assertThat(known).contains(Json.text(said.body(), "type")));
  }

  @Test
  void everyObjectIsWhatStripesTypeScriptTypesSay(@TempDir Path folder)
      throws IOException, InterruptedException {
    Npm npm = new Npm(folder);
    Npm.Result installed = npm.install();
    assumeTrue(
        installed.status() == 0, () -> "the npm registry can not be reached: " + installed.said());
    Npm.Result checked =
        npm.check(TypeScript.module(traffic.said().stream().flatMap(Traffic.Said::objects)));
    assertThat(checked.status()).as(checked.said()).isZero();
    Npm.Result planted =
        npm.check("import Stripe from 'stripe';\nexport const x: Stripe.Refund = {id: 're_1'};\n");
    assertThat(planted.said()).as("the check finds what is missing").contains("missing");
  }
}
