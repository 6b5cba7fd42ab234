package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.LauncherException;
import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One call as an operator: signs in where it has to, asks, shows the answer, says how it ended. */
abstract class OpsCall implements Callable<Integer> {

  private static final String LOCAL = "http://localhost:8080";
  private static final String SESSIONS = "/api/v1/sessions";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The gateway's address (default: AGORA_URL, or " + LOCAL + ").")
  private String url = "";

  @Option(names = "--json", description = "Show the answer as it is.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final Integer call() {
    String token = variable("AGORA_OPERATOR_TOKEN");
    try {
      return token.isEmpty() ? signedIn() : ask(api().as(token));
    } catch (LauncherException noAnswer) {
      spec.commandLine().getErr().println(noAnswer.getMessage());
      return Exit.NO_ANSWER;
    }
  }

  /** Does it, and says how it ended. */
  abstract int ask(Api api);

  /** Does what this path is for, and shows the answer. */
  int act(Api api, String path) {
    return show(api.post(path, Map.of()));
  }

  /** Shows an answer, or the problem it is. */
  int show(Answer answer) {
    boolean ok = answer.status() < 300;
    if (json) {
      out().println(answer.body().toPrettyString());
    } else if (ok) {
      new Plain(out()).show(answer.body());
    } else {
      problem(answer);
    }
    out().flush();
    return Exit.of(answer.status());
  }

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int signedIn() {
    String email = variable("AGORA_OPERATOR_EMAIL");
    String password = variable("AGORA_OPERATOR_PASSWORD");
    if (email.isEmpty() || password.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "Who asks? Set AGORA_OPERATOR_TOKEN, or AGORA_OPERATOR_EMAIL and"
              + " AGORA_OPERATOR_PASSWORD.");
    }
    Answer session = api().post(SESSIONS, Map.of("email", email, "password", password));
    if (session.status() != 201) {
      return show(session);
    }
    Api operator = api().as(session.text("/token"));
    try {
      return ask(operator);
    } finally {
      operator.delete(SESSIONS + "/current");
    }
  }

  private void problem(Answer answer) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(answer.status() + " " + answer.text("/title") + " " + answer.text("/detail"));
    String remedy = answer.text("/remedy");
    if (!remedy.isEmpty()) {
      err.println(remedy);
    }
    err.flush();
  }

  private Api api() {
    String address = url.isEmpty() ? variable("AGORA_URL") : url;
    return Api.at(URI.create(address.isEmpty() ? LOCAL : address));
  }

  private static String variable(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
