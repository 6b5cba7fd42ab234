package dev.agora.http.door;

import static dev.agora.http.door.Door.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.agora.http.idempotency.IdempotencyKey;
import dev.agora.http.idempotency.StoredAnswer;
import dev.agora.http.idempotency.StoredAnswers;
import dev.agora.local.infrastructure.Database;
import dev.agora.support.RealParts;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RealParts
class IdempotencyIT {

  private static final String REPLAYED = "Idempotent-Replayed";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Door door;

  @BeforeAll
  static void open(Database database) {
    door = new Door(database);
  }

  @AfterAll
  static void close() {
    door.close();
  }

  @Test
  void a_repetition_gets_the_first_answer_and_has_no_effect() {
    HttpResponse<String> first = door.pay("agt_a", "k", "{\"amount\":\"20\"}");
    HttpResponse<String> again = door.pay("agt_a", "k", "{ \"amount\" : \"20\" }");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Location")).contains("/payments/1");
    assertThat(first.headers().firstValue(REPLAYED)).isEmpty();
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(again.headers().firstValue(REPLAYED)).contains("true");
    assertThat(effects("agt_a")).isOne();
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    door.pay("agt_b", "k", "{\"amount\":\"20\"}");
    HttpResponse<String> other = door.pay("agt_b", "k", "{\"amount\":\"21\"}");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(code(other)).isEqualTo("idempotency_key_reused");
    assertThat(effects("agt_b")).isOne();
  }

  @Test
  void a_key_belongs_to_its_caller() {
    door.pay("agt_c", "k", "{\"amount\":\"20\"}");
    door.pay("agt_d", "k", "{\"amount\":\"20\"}");

    assertThat(effects("agt_d")).isOne();
  }

  @Test
  void what_the_business_decided_is_stored() {
    HttpResponse<String> first = door.pay("agt_e", "k", "{\"amount\":\"402\"}");
    HttpResponse<String> again = door.pay("agt_e", "k", "{\"amount\":\"402\"}");

    assertThat(first.statusCode()).isEqualTo(402);
    assertThat(again.statusCode()).isEqualTo(402);
    assertThat(again.body()).isEqualTo(first.body()).contains("\"missing\":\"2\"");
    assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(again.headers().firstValue(REPLAYED)).contains("true");
  }

  @ParameterizedTest
  @ValueSource(ints = {422, 500})
  void after_any_other_answer_nothing_remains_and_the_key_is_free(int status) {
    String agent = "agt_f" + status;
    HttpResponse<String> refused = door.pay(agent, "k", "{\"amount\":\"" + status + "\"}");
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(effects(agent)).isZero();

    assertThat(door.pay(agent, "k", "{\"amount\":\"1\"}").statusCode()).isEqualTo(201);
    assertThat(effects(agent)).isOne();
  }

  @Test
  void a_request_without_a_key_is_refused_before_anything_happens() {
    HttpResponse<String> refused =
        door.send(
            door.at("/payments")
                .header("Authorization", "Bearer " + door.agent("agt_g"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"amount\":\"1\"}")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(code(refused)).isEqualTo("idempotency_key_required");
    assertThat(effects("agt_g")).isZero();
  }

  @Test
  void while_the_first_still_runs_a_repetition_is_told_to_come_back() throws Exception {
    Gate gate = door.bean(Gate.class);
    gate.close();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<HttpResponse<String>> first =
          threads.submit(() -> door.pay("agt_h", "k", "{\"amount\":\"1\"}"));
      gate.awaitReached();

      HttpResponse<String> second = door.pay("agt_h", "k", "{\"amount\":\"1\"}");
      gate.open();

      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(code(second)).isEqualTo("idempotency_in_flight");
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      assertThat(first.get().statusCode()).isEqualTo(201);
    }
  }

  @Test
  void a_hundred_at_once_have_one_effect() throws Exception {
    List<HttpResponse<String>> answers =
        atOnce(100, () -> door.pay("agt_i", "k", "{\"amount\":\"1\"}"));

    assertThat(effects("agt_i")).isOne();
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .filteredOn(answer -> answer.headers().firstValue(REPLAYED).isEmpty())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(answer -> assertThat(code(answer)).isEqualTo("idempotency_in_flight"));
    assertThat(door.pay("agt_i", "k", "{\"amount\":\"1\"}").headers().firstValue(REPLAYED))
        .contains("true");
  }

  @Test
  void answers_are_stored_and_found_set_by_set() {
    StoredAnswers answers = door.bean(StoredAnswers.class);
    StoredAnswer one = answer("set", "1");
    StoredAnswer two = answer("set", "2");

    inTransaction(() -> answers.store(List.of(one, two)));

    inTransaction(
        () ->
            assertThat(answers.find(List.of(one.key(), two.key(), answer("set", "3").key())))
                .containsExactlyInAnyOrder(one, two));
    inTransaction(() -> answers.forget(one.key()));
    inTransaction(() -> assertThat(answers.find(List.of(one.key()))).isEmpty());
    inTransaction(() -> assertThat(answers.find(List.of())).isEmpty());
  }

  @Test
  void a_second_answer_to_a_key_makes_its_transaction_fail() {
    StoredAnswers answers = door.bean(StoredAnswers.class);
    StoredAnswer once = answer("twice", "1");
    inTransaction(() -> answers.store(List.of(once)));

    assertThatThrownBy(() -> inTransaction(() -> answers.store(List.of(once))))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void an_answer_is_never_stored_without_a_transaction() {
    StoredAnswers answers = door.bean(StoredAnswers.class);

    assertThatThrownBy(() -> answers.store(List.of(answer("bare", "1"))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static StoredAnswer answer(String caller, String key) {
    return new StoredAnswer(
        new IdempotencyKey(caller, "/payments", key, "hash"), 201, "application/json", "{\"ü\":1}");
  }

  private static void inTransaction(Runnable action) {
    door.bean(TransactionTemplate.class).executeWithoutResult(transaction -> action.run());
  }

  private static long effects(String caller) {
    return new Payments(door.bean(JdbcClient.class)).count(caller);
  }

  private static <T> List<T> atOnce(int times, Callable<T> action)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(java.util.Collections.nCopies(times, action))) {
        results.add(future.get());
      }
      return results;
    }
  }
}
