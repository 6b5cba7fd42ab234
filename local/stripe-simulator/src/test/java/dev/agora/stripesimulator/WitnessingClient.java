package dev.agora.stripesimulator;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** stripe-java's own HTTP client, which remembers what it was answered. */
final class WitnessingClient extends HttpURLConnectionClient {
  private final List<StripeResponse> answers = new CopyOnWriteArrayList<>();

  @Override
  public StripeResponse request(StripeRequest request) throws ApiConnectionException {
    StripeResponse answer = super.request(request);
    answers.add(answer);
    return answer;
  }

  List<StripeResponse> answers() {
    return answers;
  }

  StripeResponse last() {
    return answers.getLast();
  }
}
