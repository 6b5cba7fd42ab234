package dev.agora.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.agora.ledger.account.AgentId;
import dev.agora.ledger.kafka.ReturnMessages.BookReturnedTransfer;
import dev.agora.ledger.kafka.ReturnMessages.SettleReturnedTransfer;
import dev.agora.ledger.posting.PostingId;
import dev.agora.ledger.posting.Returned;
import dev.agora.messaging.WireJson;
import dev.agora.money.Usd;
import dev.agora.support.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnMessagesContractTest {

  private static final WireJson JSON = new WireJson();
  private static final String RETURN = "rtn_01939c5e7a4b7c3d8e9f0a1b2c3d4e07";
  private static final String CONVERSION = "cnv_01939c5e7a4b7c3d8e9f0a1b2c3d4e06";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger.book-returned-transfer",
        "ledger.settle-returned-transfer",
        "ledger.book-returned-transfer.reply",
        "ledger.settle-returned-transfer.reply"
      })
  void everyExampleFitsItsSchema(String type) {
    assertThat(Contracts.examples(type)).isNotEmpty();
    Contracts.examples(type).forEach(example -> Contracts.validate(type, example.json()));
  }

  @Test
  void whatIsToBeBookedIsRead() {
    String example = Contracts.example("ledger.book-returned-transfer");
    assertThat(JSON.readText(example, BookReturnedTransfer.class).toPosting())
        .isEqualTo(
            new Returned.Book(
                new PostingId(RETURN + "/book"), Usd.parse("8.50"), CONVERSION, "trr_1PabcDEF"));
  }

  @Test
  void bothEndsAreRead() {
    PostingId id = new PostingId(RETURN + "/settle");
    assertThat(
            Contracts.examples("ledger.settle-returned-transfer").stream()
                .map(
                    example ->
                        JSON.readText(example.json(), SettleReturnedTransfer.class).toPosting()))
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                new Returned.Restore(
                    id,
                    new AgentId("agt_01939c5e7a4b7c3d8e9f0a1b2c3d4e60"),
                    Usd.parse("10.00"),
                    Usd.parse("1.50"),
                    Usd.parse("8.50"),
                    CONVERSION,
                    RETURN),
                new Returned.Keep(id, Usd.parse("8.50"), CONVERSION, RETURN)));
  }
}
