package dev.agora.stripesimulator.http;

import com.google.gson.JsonElement;

/** Answers one endpoint, alone in the world while it does; throws {@link StripeFailure}. */
public interface Handler {
  /** The body of the 200. */
  JsonElement handle(Call call);
}
