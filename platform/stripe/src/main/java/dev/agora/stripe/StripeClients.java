package dev.agora.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import org.jspecify.annotations.Nullable;

/** Builds the client the way money needs it. */
final class StripeClients {

  private StripeClients() {}

  static StripeClient of(StripeProperties properties) {
    // The library knows this switch only as a global; everything else goes into the client itself.
    Stripe.enableTelemetry = false;
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(properties.apiKey())
            .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
            .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
            .setMaxNetworkRetries(properties.networkRetries());
    @Nullable String standIn = properties.standInBase();
    if (standIn != null) {
      builder
          .setApiBase(standIn)
          .setFilesBase(standIn)
          .setConnectBase(standIn)
          .setMeterEventsBase(standIn);
    }
    return builder.build();
  }
}
