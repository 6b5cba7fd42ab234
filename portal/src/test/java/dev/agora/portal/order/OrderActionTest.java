package dev.agora.portal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderActionTest {

  private static final Map<String, String> FORM =
      Map.of(
          "reason", " half\r\nof it ",
          "evidence", "",
          "answer", "all of it",
          "sellerPercent", "25",
          "_csrf", "secret");

  private static Map<String, Object> body(String action) {
    return OrderAction.of(action).orElseThrow().body(FORM);
  }

  @Test
  void eachActionSendsItsOwnFieldsAndNoOthers() {
    assertThat(body("approve")).isEmpty();
    assertThat(body("accept-split")).isEmpty();
    assertThat(body("cancel")).isEqualTo(Map.of("reason", "half\nof it"));
    assertThat(body("split")).isEqualTo(Map.of("splitBps", 2500));
    assertThat(body("answer")).isEqualTo(Map.of("answer", "all of it"));
    assertThat(body("dispute"))
        .isEqualTo(Map.of("reason", "half\nof it", "requestedSplitBps", 2500));
  }

  @Test
  void whatIsNoNumberIsLeftToTheApiToRefuse() {
    assertThat(OrderAction.SPLIT.body(Map.of("sellerPercent", "half")))
        .isEqualTo(Map.of("splitBps", "half"));
  }

  @Test
  void nothingElseIsAnAction() {
    assertThat(OrderAction.of("deliver")).isEmpty();
    assertThat(OrderAction.of("../ruling")).isEmpty();
  }
}
