package dev.agora.bench.portal;

import dev.agora.local.launcher.client.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the portal's pages, without a browser, whose drawing is not what is measured. */
final class Visitor {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  private final HttpClient client;
  private final URI gateway;

  private Visitor(HttpClient client, URI gateway) {
    this.client = client;
    this.gateway = gateway;
  }

  static Visitor signIn(URI gateway, Person person) {
    Visitor visitor =
        new Visitor(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), gateway);
    Matcher token = TOKEN.matcher(visitor.look("/portal/sign-in"));
    if (!token.find()) {
      throw new IllegalStateException("the sign-in page has no token");
    }
    String form =
        "_csrf=%s&email=%s&password=%s"
            .formatted(
                encoded(token.group(1)), encoded(person.email()), encoded(person.password()));
    HttpResponse<String> answer =
        visitor.send(
            HttpRequest.newBuilder(gateway.resolve("/portal/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    if (answer.statusCode() != 302) {
      throw new IllegalStateException("signing in is answered " + answer.statusCode());
    }
    return visitor;
  }

  /** The page, which has to be there. */
  String look(String path) {
    HttpResponse<String> page = send(HttpRequest.newBuilder(gateway.resolve(path)).build());
    if (page.statusCode() != 200) {
      throw new IllegalStateException(path + " is answered " + page.statusCode());
    }
    return page.body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
