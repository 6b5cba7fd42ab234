package dev.agora.local.launcher.client;

import dev.agora.local.launcher.LauncherException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person at the Stripe stand-in's pages: opens the page, fills in its form, sends it. */
public final class StripePages {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private StripePages() {}

  /** Enters a card on a Checkout page; the status is 303 when paid and 402 when declined. */
  public static int pay(String checkoutUrl, String card) {
    return fillIn(checkoutUrl, "card", card);
  }

  /** Completes the onboarding of a payout account; the status is 303. */
  public static int onboard(String onboardingUrl) {
    return fillIn(onboardingUrl, "complete", "true");
  }

  /** Lets a Checkout session expire now, as 24 hours would. */
  public static void expire(String checkoutUrl) {
    URI page = URI.create(checkoutUrl);
    String path = page.getPath();
    String session = path.substring(path.lastIndexOf('/') + 1);
    post(page.resolve("/_sim/checkout/" + session + "/expire"), "");
  }

  /** Every object of a type that the stand-in holds: {@code {"data":[{"account","object"}]}}. */
  public static JsonNode objects(URI stripe, String type) {
    URI address = stripe.resolve("/_sim/objects?type=" + type);
    return JSON.readTree(send(HttpRequest.newBuilder(address).GET()).body());
  }

  private static int fillIn(String page, String field, String value) {
    HttpResponse<String> form = send(HttpRequest.newBuilder(URI.create(page)).GET());
    if (form.statusCode() != OK || !form.body().contains("<form")) {
      throw new LauncherException(page + " shows no form but " + form.statusCode() + ".");
    }
    return post(URI.create(page), field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  private static int post(URI page, String form) {
    return send(HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)))
        .statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return BROWSER.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LauncherException("The Stripe stand-in gives no answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted at the Stripe stand-in's page.", e);
    }
  }
}
