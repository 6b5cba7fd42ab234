package dev.agora.portal.page;

import dev.agora.portal.api.ApiProblem;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a person can do about something that did not work.
 *
 * @param what happened, in a sentence
 * @param then what helps
 * @param details what is wrong with which field
 */
public record Advice(String what, String then, List<String> details) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** By the codes of docs/problems.md; the API's own words for those that need no others. */
  private static final Map<String, Advice> KNOWN =
      Map.ofEntries(
          said(
              "wrong_credentials",
              "The address or the password is wrong, or the address is not confirmed yet.",
              "Try again, enter the code of the mail, or ask for a new password."),
          said(
              "too_many_attempts",
              "There were too many attempts.",
              "Wait a minute, then try again, or ask for a new password."),
          said(
              "too_many_requests",
              "That was too much at once. Nothing was done.",
              "Wait a moment and try again."),
          said("wrong_code", "This code is wrong, was used, or is too old.", "Ask for a new mail."),
          said(
              "wrong_claim_code",
              "No agent waits for this code.",
              "Let the agent show its code again: it is good once."),
          said(
              "wrong_passkey",
              "This passkey was not accepted.",
              "Try again: each attempt needs a new signature."),
          said(
              "wrong_recovery_code",
              "This recovery code is wrong or was used.",
              "Take another one of your codes."),
          said("password_too_weak", "This password is too easy to guess.", "Take a longer one."),
          said(
              "wrong_password",
              "The password is wrong.",
              "Try again, or ask for a new password on the sign-in page."),
          said(
              "passkey_needed",
              "Only a passkey can ask for more than the password.",
              "Add a passkey first."),
          said(
              "owns_agents",
              "You own agents that are not closed.",
              "Close or hand over your agents first, then delete the account."),
          said(
              "payout_account_required",
              "There is no payout account yet.",
              "Set it up with Stripe on this page, then convert."),
          said(
              "not_convertible",
              "Fewer credits than that can be converted now.",
              "Only earned credits that have rested can be converted; the page says how many."),
          said(
              "conversion_cap_exceeded",
              "That is more than may be converted this month.",
              "Convert less now, and the rest after the cap resets."),
          said(
              "agent_frozen",
              "The agent is frozen.",
              "Unfreeze it on its page if it may spend again."),
          said(
              "payment_method_not_usable",
              "This card can not be charged.",
              "Save another card, or the same one again."),
          said(
              "outcome_unknown",
              "No answer came in time. It may have been done all the same.",
              "Send it again: the same form never counts twice. Or look at the list first."),
          said(
              ApiProblem.UNREACHABLE,
              "No answer came. It may have been done all the same.",
              "Send it again in a moment: the same form never counts twice."),
          said(
              "temporarily_unavailable",
              "A part of Agora is down at the moment. Nothing was done.",
              "Try again in a few minutes. Your money is safe meanwhile."),
          said(
              "stripe_unavailable",
              "Stripe gives no answer at the moment. Nothing was charged.",
              "Try again in a few minutes."),
          said("not_allowed", "You may not do this.", "Ask the owner, or an operator."),
          said(
              "not_found",
              "That is not there, or it is not yours.",
              "Look it up in its list; the address may be mistyped."));

  public Advice {
    details = List.copyOf(details);
  }

  /** The one place where a problem of the API becomes a sentence for people. */
  public static Advice about(ApiProblem problem) {
    Advice known = KNOWN.get(problem.code());
    if (known != null) {
      return new Advice(known.what, known.then, problem.fieldErrors());
    }
    String then =
        problem.isOutage()
            ? "Try again in a few minutes."
            : problem.body().path("remedy").asString("Correct it and send it again.");
    return new Advice(problem.detail(), then, problem.fieldErrors());
  }

  private static Map.Entry<String, Advice> said(String code, String what, String then) {
    return Map.entry(code, new Advice(what, then, List.of()));
  }
}
