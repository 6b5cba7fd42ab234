package dev.agora.stripesimulator.admin;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.Arrays;
import java.util.List;

/** What a person can let happen to an object with a button of the dashboard. */
enum Act {
  REFUND("Refund", "charge", "/v1/refunds", "charge"),
  DISPUTE("Dispute", "charge", "/_sim/disputes", "charge"),
  WARN("Warn of fraud", "charge", "/_sim/fraud-warnings", "charge"),
  WIN("We win", "dispute", "/_sim/disputes/{}/close", "status", "won"),
  LOSE("We lose", "dispute", "/_sim/disputes/{}/close", "status", "lost"),
  FAIL_REFUND("Fail", "refund", "/_sim/refunds/{}/fail"),
  EXPIRE("Expire", "checkout.session", "/_sim/checkout/{}/expire"),
  FAIL_PAYOUT("Fail", "payout", "/_sim/payouts/{}/fail", "code", "account_closed");

  private static final String ID = "{}";

  private final String label;
  private final String type;
  private final String path;
  private final List<String> fields;

  Act(String label, String type, String path, String... fields) {
    this.label = label;
    this.type = type;
    this.path = path;
    this.fields = List.of(fields);
  }

  /** What can be done to an object of that type. */
  static List<Act> to(String type) {
    return Arrays.stream(values()).filter(act -> act.type.equals(type)).toList();
  }

  /** On the button. */
  String label() {
    return label;
  }

  /** The call that does it. */
  String path(String id) {
    return path.replace(ID, id);
  }

  /** The body of the call: a field alone takes the object's id. */
  JsonObject body(String id) {
    JsonObject body = new JsonObject();
    if (!fields.isEmpty()) {
      Json.with(body, fields.getFirst(), fields.size() > 1 ? fields.get(1) : id);
    }
    return body;
  }
}
