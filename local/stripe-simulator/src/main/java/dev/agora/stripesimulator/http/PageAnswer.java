package dev.agora.stripesimulator.http;

/** What a hosted page answers: HTML, or somewhere else to go. */
public sealed interface PageAnswer {
  /** A page. */
  record Html(int status, String body) implements PageAnswer {}

  /** 303 to the address. */
  record Redirect(String address) implements PageAnswer {}
}
