package dev.agora.crash.storm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A caller that never gives up: a request is repeated with its key until there is an answer, and
 * all answers to one key must be the same.
 */
final class LedgerOverHttp {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GIVE_UP = Duration.ofMinutes(6);
  private static final int IN_FLIGHT = 409;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Supplier<List<URI>> replicas;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor();

  /** An answer that settles the matter. */
  record Answer(int status, JsonNode body) {

    boolean isDone() {
      return status >= 200 && status < 300;
    }

    /** Of the problem, or nothing. */
    String code() {
      return body.path("code").asString("");
    }

    /** Whether a repetition must get the same bytes. */
    boolean isKept() {
      return isDone()
          || status == 402
          || status == 403
          || status == 409
          || code().equals("batch_rejected");
    }
  }

  /**
   * A request; the key is what makes two of them the same.
   *
   * @param token asked for at each sending: one does not last as long as a patient caller
   */
  record Request(String method, String path, Supplier<String> token, String key, String body) {

    @Override
    public String toString() {
      return method + " " + path + " " + key + " " + body;
    }
  }

  LedgerOverHttp(Supplier<List<URI>> replicas) {
    this.replicas = replicas;
  }

  /** What no caller should ever see. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  Answer get(String path, Supplier<String> token) {
    return insist(new Request("GET", path, token, "", ""));
  }

  Answer ask(Request request, Operation.Trouble trouble) {
    return switch (trouble) {
      case NONE -> insist(request);
      case REPEATED -> same(request, List.of(insist(request), insist(request)));
      case RACED -> {
        List<Future<Answer>> racing = new ArrayList<>();
        for (int racer = 0; racer < 3; racer++) {
          racing.add(racers.submit(() -> insist(request)));
        }
        yield same(request, racing.stream().map(LedgerOverHttp::await).toList());
      }
      case ABANDONED -> {
        // The same in every replay.
        long micros = 200L + Math.floorMod(request.key().hashCode(), 15_000);
        once(request, Duration.ofNanos(micros * 1_000));
        yield insist(request);
      }
    };
  }

  /** Runs them at once, and waits for all answers. */
  List<Answer> race(List<Request> requests, Operation.Trouble trouble) {
    return requests.stream()
        .map(request -> racers.submit(() -> ask(request, trouble)))
        .toList()
        .stream()
        .map(LedgerOverHttp::await)
        .toList();
  }

  /** The answer that is kept, if one is: a request that is not well-formed may become so. */
  private Answer same(Request request, List<Answer> answers) {
    List<Answer> kept = answers.stream().filter(Answer::isKept).distinct().toList();
    if (kept.size() > 1 && !request.key().isEmpty()) {
      faults.add(request + " was answered " + kept);
    }
    return kept.isEmpty() ? answers.getFirst() : kept.getFirst();
  }

  private Answer insist(Request request) {
    long deadline = System.nanoTime() + GIVE_UP.toNanos();
    while (System.nanoTime() - deadline < 0) {
      Optional<Answer> answer = once(request, PATIENCE).filter(any -> isFinal(request, any));
      if (answer.isPresent()) {
        return answer.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new IllegalStateException("no answer within " + GIVE_UP + ": " + request);
  }

  private boolean isFinal(Request request, Answer answer) {
    boolean unavailable = answer.status() == 503;
    if (answer.status() >= 500 && !unavailable) {
      faults.add(request + " was answered " + answer);
    }
    boolean running = answer.status() == IN_FLIGHT && answer.code().equals("idempotency_in_flight");
    return !unavailable && !running;
  }

  /** Empty if nobody knows what became of it. */
  private Optional<Answer> once(Request request, Duration patience) {
    List<URI> all = replicas.get();
    URI replica = all.get(ThreadLocalRandom.current().nextInt(all.size()));
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(replica.resolve(request.path()))
            .timeout(patience)
            .header("Authorization", "Bearer " + request.token().get())
            .header("Content-Type", "application/json")
            .method(
                request.method(),
                request.body().isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(request.body()));
    if (!request.key().isEmpty()) {
      builder.header("Idempotency-Key", request.key());
    }
    try {
      HttpResponse<String> response =
          CLIENT.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      String body = response.body();
      JsonNode json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
      return Optional.of(new Answer(response.statusCode(), json));
    } catch (IOException unknown) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static Answer await(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
