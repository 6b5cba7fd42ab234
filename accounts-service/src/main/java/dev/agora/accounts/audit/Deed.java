package dev.agora.accounts.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One act, as the use case that did it tells of it. Nothing in it may be secret.
 *
 * @param act what was done
 * @param actor who did it; null for whoever sent the current request
 * @param subject the human or agent it concerns
 * @param target what was acted upon, such as a key's id
 * @param before what it was, where something changed
 * @param after what it became
 */
public record Deed(
    Act act,
    @Nullable String actor,
    String subject,
    String target,
    Map<String, String> before,
    Map<String, String> after) {

  /** Of a subject that nobody is, such as an address without an account. */
  public static final String NOBODY = "unknown";

  public Deed {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  /** An act of whoever sent the current request. */
  public static Deed of(Act act, String subject, String target) {
    return new Deed(act, null, subject, target, Map.of(), Map.of());
  }

  /** The same, by somebody whom the request does not name yet, or without one. */
  public Deed by(String who) {
    return new Deed(act, who, subject, target, before, after);
  }

  /** The same, with what changed. */
  public Deed changing(Map<String, String> was, Map<String, String> is) {
    return new Deed(act, actor, subject, target, was, is);
  }
}
