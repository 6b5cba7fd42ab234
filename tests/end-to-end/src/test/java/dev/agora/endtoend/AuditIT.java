package dev.agora.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.local.launcher.Part;
import dev.agora.local.launcher.Programs;
import dev.agora.local.launcher.client.Agent;
import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit out of the ledger's jar, beside the running service. */
@ExtendWith(RunningAgora.class)
class AuditIT {

  private final Agora agora;

  AuditIT(Agora agora) {
    this.agora = agora;
  }

  @Test
  void whatEverybodyDidSoFarIsSound() throws IOException, InterruptedException {
    Person ada = agora.newcomer("Ada");
    Agent researcher = ada.createAgent("Researcher");
    ada.buy(researcher, "pkg_10");
    researcher.transfer(agora.newcomer("Bob").createAgent("Writer"), "20").must(201);

    ProcessBuilder program = new ProcessBuilder(Programs.ledgerAudit()).redirectErrorStream(true);
    program.environment().putAll(agora.environment(Part.LEDGER));
    Process audit = program.start();
    String report = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(audit.waitFor()).as("%s", report).isZero();
    assertThat(report).contains("The ledger is sound", "ok   solvency");
  }
}
