package dev.agora.local.launcher.ops;

import dev.agora.local.launcher.client.Answer;
import dev.agora.local.launcher.client.Api;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What waits for an operator, anywhere; 1 if anything does. */
@Command(
    name = "overview",
    description = "What waits for an operator, in every service; exit code 1 if anything does.")
final class OverviewCommand extends OpsCall {

  private static final List<String> SERVICES =
      List.of("accounts", "ledger", "billing", "payout", "marketplace");
  private static final String MANY = "100 or more";
  private static final int PAGE = 100;

  @Override
  int ask(Api api) {
    ObjectNode overview = JsonMapper.shared().createObjectNode();
    ArrayNode rows = overview.putArray("items");
    boolean waiting = false;
    for (String service : SERVICES) {
      String of = "/api/v1/platform/" + service;
      Answer sagas = api.get(of + "/sagas?status=PARKED&limit=" + PAGE);
      Answer letters = api.get(of + "/dead-letters?limit=" + PAGE);
      for (Answer answer : List.of(sagas, letters)) {
        if (answer.status() != 200) {
          return show(answer);
        }
      }
      waiting |= size(sagas) + size(letters) > 0;
      rows.addObject()
          .put("service", service)
          .put("parkedSagas", text(size(sagas)))
          .put("deadLetters", text(size(letters)));
    }
    show(new Answer("overview", 200, overview, false));
    return waiting ? Exit.REFUSED : Exit.DONE;
  }

  private static int size(Answer page) {
    return page.body().path("items").size();
  }

  private static String text(int count) {
    return count < PAGE ? Integer.toString(count) : MANY;
  }
}
