package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the platform keeps of money and of acts. */
final class BookCommands {

  private BookCommands() {}

  /** The ledger's checks; 1 if one does not hold. */
  @Command(name = "proof", description = "Prove the books; exit code 1 if a check does not hold.")
  static final class Proof extends OpsCall {

    @Override
    int ask(Api api) {
      return verdict(api.get("/api/v1/ledger/proof"));
    }

    private int verdict(Answer proof) {
      int shown = show(proof);
      return shown == Exit.DONE && !proof.body().path("ok").asBoolean(false) ? Exit.REFUSED : shown;
    }
  }

  /** What goes through the platform and what is left of it. */
  @Command(
      name = "turnover",
      description = "Volumes, revenue by fee, credits outstanding and solvency.")
  static final class Turnover extends OpsCall {

    @Override
    int ask(Api api) {
      return show(api.get("/api/v1/analytics/platform"));
    }
  }

  /** The audit log; auditors see all of it, others what concerns them. */
  @Command(name = "audit", description = "Read the audit log, newest first.")
  static final class Audit extends OpsCall {

    @Option(names = "--proof", description = "Prove that nobody changed it, instead.")
    private boolean proof;

    @Mixin private PageOptions page = new PageOptions();

    @Override
    int ask(Api api) {
      if (!proof) {
        return show(api.get("/api/v1/audit" + page.query(Map.of())));
      }
      Answer answer = api.get("/api/v1/audit/proof");
      int shown = show(answer);
      return shown == Exit.DONE && !answer.body().path("ok").asBoolean(false)
          ? Exit.REFUSED
          : shown;
    }
  }
}
