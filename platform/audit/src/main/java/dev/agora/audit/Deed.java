package dev.agora.audit;

import java.util.Map;

/**
 * One act, as the use case that did it tells of it. Nothing in it may be secret, or say who a
 * person is: the log forgets nothing.
 *
 * @param act what was done
 * @param actor who did it
 * @param source from which address
 * @param subject the human or agent it concerns
 * @param target what was acted upon, such as a key's id
 * @param before what it was, where something changed
 * @param after what it became
 */
public record Deed(
    Act act,
    String actor,
    String source,
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

  /** An act of whoever sent the current request; without one, of the platform itself. */
  public static Deed of(Act act, String subject, String target) {
    return new Deed(
        act, CurrentActor.id(), CurrentActor.source(), subject, target, Map.of(), Map.of());
  }

  /** An act of whoever sent the current request, where it concerns nobody else. */
  public static Deed ofActor(Act act, String target) {
    return of(act, CurrentActor.id(), target);
  }

  /** The same, by somebody whom the request does not name yet, or without one. */
  public Deed by(String who) {
    return new Deed(act, who, source, subject, target, before, after);
  }

  /** The same, with what changed. */
  public Deed changing(Map<String, String> was, Map<String, String> is) {
    return new Deed(act, actor, source, subject, target, was, is);
  }
}
