package dev.agora.stripesimulator.http;

import com.sun.net.httpserver.Headers;
import dev.agora.stripesimulator.state.Simulation;
import dev.agora.stripesimulator.state.Store;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Who calls, and whose world the call is about. */
final class Authentication {
  private static final System.Logger LOG = System.getLogger(Authentication.class.getName());
  private static final String BEARER = "Bearer ";

  private Authentication() {}

  /** The account of the call; 401 without a test key, 403 for an account that is not there. */
  static String account(Headers headers, Store store) {
    refuseUnlessTest(key(headers));
    String connected = connected(headers);
    if (connected == null || connected.equals(Simulation.PLATFORM)) {
      return Simulation.PLATFORM;
    }
    if (store.find(connected).isEmpty()) {
      throw StripeFailure.of(
          403,
          "invalid_request_error",
          "account_invalid",
          "The provided key does not have access to account '%s' (or that account does not exist)."
              .formatted(connected));
    }
    return connected;
  }

  /** The key of the call, empty without one. */
  static String key(Headers headers) {
    String authorization = headers.getFirst("Authorization");
    return authorization != null && authorization.startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : "";
  }

  private static @Nullable String connected(Headers headers) {
    String account = headers.getFirst("Stripe-Account");
    return account == null ? headers.getFirst("Stripe-Context") : account;
  }

  private static void refuseUnlessTest(String key) {
    if (key.startsWith("sk_live_") || key.startsWith("rk_live_")) {
      LOG.log(
          Level.ERROR,
          "A LIVE Stripe key was sent to the simulator. Whoever sent it is configured for real"
              + " money and for a test server at once: correct STRIPE_API_KEY, and roll the key.");
      throw StripeFailure.of(
          401,
          "invalid_request_error",
          null,
          "This is a simulator: it takes no live keys. Roll the key you have just sent.");
    }
    if (key.isEmpty()) {
      throw StripeFailure.of(
          401,
          "invalid_request_error",
          null,
          "You did not provide an API key. You need to provide your API key in the Authorization"
              + " header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
    }
    if (!key.startsWith("sk_test_") && !key.startsWith("rk_test_")) {
      throw StripeFailure.of(
          401, "invalid_request_error", null, "Invalid API Key provided: " + hidden(key));
    }
  }

  private static String hidden(String key) {
    return key.length() < 12 ? "****" : key.substring(0, 4) + "****";
  }
}
