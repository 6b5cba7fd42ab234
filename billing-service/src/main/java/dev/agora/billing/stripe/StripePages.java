package dev.agora.billing.stripe;

import com.stripe.model.HasId;
import com.stripe.model.StripeCollection;
import dev.agora.stripe.StripeCall;
import dev.agora.stripe.StripeCalls;
import dev.agora.stripe.StripeOutcome.Done;
import dev.agora.stripe.StripeOutcome.Refused;
import dev.agora.stripe.StripeOutcome.Unknown;
import dev.agora.stripe.StripeUnavailableException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads Stripe's lists page by page, newest first. */
final class StripePages {

  /** The most that Stripe puts on a page. */
  static final long LARGEST = 100;

  private StripePages() {}

  /**
   * Reads all pages.
   *
   * @param list the request for the page after that id, or for the first one for null
   * @param page takes each page as it comes
   * @throws StripeUnavailableException if Stripe does not answer
   */
  static <T extends HasId> void read(
      StripeCalls stripe,
      Function<@Nullable String, StripeCall<StripeCollection<T>>> list,
      Consumer<StripeCollection<T>> page) {
    String after = null;
    boolean more = true;
    while (more) {
      StripeCollection<T> found = one(stripe, list.apply(after));
      page.accept(found);
      more = Boolean.TRUE.equals(found.getHasMore()) && !found.getData().isEmpty();
      after = found.getData().isEmpty() ? null : found.getData().getLast().getId();
    }
  }

  private static <T extends HasId> StripeCollection<T> one(
      StripeCalls stripe, StripeCall<StripeCollection<T>> call) {
    return switch (stripe.call(call)) {
      case Done<StripeCollection<T>>(StripeCollection<T> found) -> found;
      case Refused<StripeCollection<T>>(String code, String message) ->
          throw new StripeUnavailableException(code + ", " + message);
      case Unknown<StripeCollection<T>> unknown ->
          throw new StripeUnavailableException(unknown.toString());
    };
  }
}
