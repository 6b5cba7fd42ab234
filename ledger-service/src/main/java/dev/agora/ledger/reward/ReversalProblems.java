package dev.agora.ledger.reward;

import dev.agora.http.problem.CommonProblem;
import dev.agora.http.problem.Problem;
import dev.agora.ledger.posting.Grounds;
import dev.agora.ledger.posting.Original;
import dev.agora.ledger.posting.Shortfall;
import dev.agora.ledger.problem.LedgerProblem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a transaction is not reversed. */
final class ReversalProblems {

  private ReversalProblems() {}

  static Problem noTransaction() {
    return Problem.of(CommonProblem.INVALID_REQUEST, "A field of the body is wrong.")
        .at("/reverses", "names no transaction");
  }

  static Problem already(String transaction) {
    return Problem.of(
        LedgerProblem.ALREADY_REVERSED, transaction + " was reversed before; that happens once.");
  }

  /** Says which way back there is instead. */
  static Problem notReversible(Original original) {
    String kind = original.kind().name().toLowerCase(Locale.ROOT);
    return Problem.of(
            LedgerProblem.NOT_REVERSIBLE,
            original.isReversal()
                ? "It is a reversal itself."
                : "A transaction of kind " + kind + " has its own way back.")
        .withRemedy(wayBackOf(original));
  }

  static Problem gone(@Nullable Grounds grounds) {
    String missing =
        grounds instanceof Shortfall(var available, var lacking, var convertible)
            ? lacking + " of the credits that arrived are not there any more."
            : "The credits that arrived are not there any more.";
    return Problem.of(LedgerProblem.INSUFFICIENT_CREDITS, missing)
        .withRemedy("Give credits out of collected fees: an adjustment with a direction.");
  }

  private static String wayBackOf(Original original) {
    return switch (original.kind()) {
      case PURCHASE -> "Refund the purchase: POST /api/v1/billing/purchases/{id}/refund.";
      case HOLD, RELEASE -> "A hold is released by its payee or its order, or expires.";
      case CAPTURE ->
          "The seller refunds the order: POST /api/v1/marketplace/orders/{id}/refund; "
              + "the payee of a plain hold pays back: POST /api/v1/credits/transfer.";
      case CONVERSION -> "The dollars are the owner's; its agent can buy credits.";
      case REFUND -> "What went back can be paid again by who got it.";
      case CLAWBACK, REINSTATEMENT -> "The bank has decided it; its verdict stands.";
      case TRANSFER, REWARD, SPEND, ADJUSTMENT ->
          "Post what was meant: an adjustment with a direction.";
    };
  }
}
