package dev.agora.billing.receipt;

import dev.agora.money.FeeRate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A receipt to print. */
final class ReceiptPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ReceiptPage() {}

  static String of(Receipt receipt) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Receipt %1$s</title></head>
        <body>
        <h1>Receipt %1$s</h1>
        <p>Paid on %2$s by %3$s</p>
        <table>
        <tr><th>Credits for agent %4$s</th><td>%5$s</td></tr>
        <tr><th>of these bonus</th><td>%6$s</td></tr>
        <tr><th>Price</th><td>$%7$s</td></tr>
        <tr><th>included platform fee (%8$s)</th><td>$%9$s</td></tr>
        <tr><th>Tax</th><td>$%10$s</td></tr>
        <tr><th>Total</th><td>$%11$s</td></tr>
        %12$s</table>
        <p>Purchase %13$s</p>
        </body>
        </html>
        """
        .formatted(
            receipt.number(),
            DAY.format(receipt.paidAt()),
            HtmlUtils.htmlEscape(receipt.buyer()),
            receipt.agent(),
            receipt.credits(),
            receipt.bonusCredits(),
            receipt.priceUsd(),
            FeeRate.ofBasisPoints(receipt.feeBps()),
            receipt.feeUsd(),
            receipt.taxUsd(),
            receipt.totalUsd(),
            receipt.refundedUsd().isZero()
                ? ""
                : "<tr><th>Given back</th><td>$" + receipt.refundedUsd() + "</td></tr>\n",
            receipt.purchase());
  }
}
