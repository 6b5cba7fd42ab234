package dev.agora.architecture.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two pages of problems: docs/problems.md, and the one that {@code type} points to. */
final class ProblemPages {

  private static final Pattern ROW = Pattern.compile("\\| ([a-z_]+) \\| (.+) \\| (.+) \\|");

  /** What the sections are called, by the enum. */
  private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

  static {
    SECTIONS.put("CommonProblem", "Everywhere");
    SECTIONS.put("GatewayProblem", "The gateway");
    SECTIONS.put("AccountsProblem", "Humans and agents");
    SECTIONS.put("LedgerProblem", "Credits");
    SECTIONS.put("BillingProblem", "Billing");
    SECTIONS.put("PayoutProblem", "Conversion");
    SECTIONS.put("MarketplaceProblem", "Marketplace");
    SECTIONS.put("OperationsProblem", "Operation");
    SECTIONS.put("WebhookProblem", "Webhooks of Stripe");
  }

  private ProblemPages() {}

  /** Why an answer says no, and what helps. */
  record Help(String cause, String remedy) {}

  static Map<String, Help> help() {
    return OperationsTable.file("remedies.md")
        .lines()
        .map(ROW::matcher)
        .filter(row -> row.matches() && !row.group(1).equals("code"))
        .collect(
            Collectors.toMap(row -> row.group(1), row -> new Help(row.group(2), row.group(3))));
  }

  static String markdown() {
    StringBuilder page = new StringBuilder(OperationsTable.file("problems.head.md"));
    sections()
        .forEach(
            (title, codes) -> {
              page.append("\n## ").append(title).append("\n\n");
              page.append("| code | status | cause | remedy |\n|---|---|---|---|\n");
              codes.forEach(code -> page.append(markdownRow(code)));
            });
    return page.toString();
  }

  private static String markdownRow(Codes.Code code) {
    Help help = helpFor(code);
    return "| <a id=\"%s\"></a>`%s` | %s | %s | %s |\n"
        .formatted(code.name(), code.name(), status(code), help.cause(), help.remedy());
  }

  static String html() {
    StringBuilder rows = new StringBuilder();
    sections()
        .forEach(
            (title, codes) -> {
              rows.append("<h2>").append(title).append("</h2>\n");
              codes.forEach(code -> rows.append(htmlRow(code)));
            });
    return OperationsTable.file("problems.head.html") + rows + "</main>\n</body>\n</html>\n";
  }

  private static String htmlRow(Codes.Code code) {
    Help help = helpFor(code);
    return """
        <section id="%s">
        <h3><a href="#%s"><code>%s</code></a> <span>%s</span></h3>
        <p>%s</p>
        <p><b>What helps:</b> %s</p>
        </section>
        """
        .formatted(
            code.name(),
            code.name(),
            code.name(),
            status(code),
            escaped(help.cause()),
            escaped(help.remedy()));
  }

  /** Each code once, in the section of the first enum that has it. */
  private static Map<String, List<Codes.Code>> sections() {
    Map<String, List<Codes.Code>> byOwner =
        Codes.byName().values().stream().collect(Collectors.groupingBy(Codes.Code::owner));
    Map<String, List<Codes.Code>> sections = new LinkedHashMap<>();
    SECTIONS.forEach((owner, title) -> sections.put(title, byOwner.getOrDefault(owner, List.of())));
    return sections;
  }

  static boolean hasSectionFor(Codes.Code code) {
    return SECTIONS.containsKey(code.owner());
  }

  private static String status(Codes.Code code) {
    return code.status() + (code.retryable() ? ", retryable" : "");
  }

  private static Help helpFor(Codes.Code code) {
    Help help = help().get(code.name());
    if (help == null) {
      throw new AssertionError("remedies.md has no row for " + code.name());
    }
    return help;
  }

  private static String escaped(String markdown) {
    return markdown
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("`([^`]+)`", "<code>$1</code>");
  }
}
