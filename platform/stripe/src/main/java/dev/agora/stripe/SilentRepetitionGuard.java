package dev.agora.stripe;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * Stops the JDK from repeating a POST by itself when a connection closes without an answer. The JDK
 * reads the switch once, at its first HTTP request, so it is set before anything else starts.
 */
class SilentRepetitionGuard implements ApplicationListener<ApplicationStartingEvent> {

  static final String RETRY_POST = "sun.net.http.retryPost";

  @Override
  public void onApplicationEvent(ApplicationStartingEvent event) {
    System.setProperty(RETRY_POST, "false");
  }
}
