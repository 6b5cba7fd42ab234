package dev.agora.stripesimulator.admin;

import com.google.gson.JsonObject;
import dev.agora.stripesimulator.state.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable String field;
  private final @Nullable String value;

  Act(String label, String type, String path) {
    this(label, type, path, null, null);
  }

  Act(String label, String type, String path, @Nullable String field) {
    this(label, type, path, field, null);
  }

  Act(String label, String type, String path, @Nullable String field, @Nullable String value) {
    this.label = label;
    this.type = type;
    this.path = path;
    this.field = field;
    this.value = value;
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

  /** The body of the call: a field without a value takes the object's id. */
  JsonObject body(String id) {
    return field == null ? new JsonObject() : Json.object(field, value == null ? id : value);
  }
}
