package dev.agora.accounts.audit;

import java.time.Instant;
import java.util.Map;

/**
 * What another service says was done there.
 *
 * @param act its name; newer services may know acts that this one does not
 * @param actor who did it
 * @param source from which address
 * @param subject the human or agent it concerns
 * @param target what was acted upon
 * @param before what it was, where something changed
 * @param after what it became
 * @param at when
 */
public record ActDone(
    String act,
    String actor,
    String source,
    String subject,
    String target,
    Map<String, String> before,
    Map<String, String> after,
    Instant at) {}
