package dev.agora.stripesimulator.page;

import org.jspecify.annotations.Nullable;

/** The frame of the hosted pages. What people or callers wrote is escaped before it comes here. */
public final class Html {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1a1f36; --soft: #5b6378; --line: #d9dce3; --edge: #858ca1;
        --paper: #fff; --ground: #f5f6f9; --accent: #4b45c6; --bad: #b3261e; --badground: #fdecea }
      @media (prefers-color-scheme: dark) { :root { --ink: #e9ebf2; --soft: #a3abc0;
        --line: #363c4e; --edge: #717a92; --paper: #1c2130; --ground: #12151f; --accent: #8f8aff; --bad: #ffb4ab;
        --badground: #4a1f1b } }
      * { box-sizing: border-box }
      body { margin: 0; background: var(--ground); color: var(--ink);
        font: 16px/1.5 system-ui, sans-serif }
      main { max-width: 27rem; margin: 0 auto; padding: 2.5rem 1rem }
      .card { background: var(--paper); border: 1px solid var(--line); border-radius: .75rem;
        padding: 1.5rem }
      h1 { font-size: 1.25rem; margin: 0 0 .25rem; overflow-wrap: anywhere }
      .amount { font-size: 2rem; font-weight: 650; margin: .25rem 0 1rem }
      .soft { color: var(--soft); font-size: .9rem; margin: .25rem 0; overflow-wrap: anywhere }
      label { display: block; margin: 1rem 0 .25rem; font-size: .9rem; font-weight: 600 }
      input[type=text], input[type=email] { width: 100%; padding: .65rem .75rem; font: inherit;
        color: inherit; background: var(--ground); border: 1px solid var(--edge);
        border-radius: .5rem }
      ::placeholder { color: var(--soft); opacity: 1 }
      .two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem }
      button { width: 100%; margin-top: 1.5rem; padding: .8rem; font: inherit; font-weight: 650;
        color: #fff; background: #4b45c6; border: 0; border-radius: .5rem; cursor: pointer }
      :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
      .error { background: var(--badground); color: var(--bad); border-radius: .5rem;
        padding: .75rem 1rem; margin: 1rem 0 0 }
      .away { margin: 1rem 0 0; text-align: center; font-size: .9rem }
      .check { display: flex; gap: .6rem; align-items: start; font-weight: 400 }
      a { color: var(--accent) }
      .test { display: inline-block; font-size: .75rem; font-weight: 650; letter-spacing: .04em;
        border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .6rem;
        margin-bottom: 1rem; color: var(--soft) }
      """;

  private static final String TABLES =
      """
      main { max-width: 70rem }
      h2 { font-size: 1rem; margin: 1.5rem 0 .25rem }
      table { width: 100%; border-collapse: collapse; font-size: .85rem; display: block; overflow-x: auto }
      th, td { text-align: left; padding: .3rem .6rem; border-top: 1px solid var(--line);
        font-weight: 400; white-space: nowrap }
      td form { display: inline }
      td button { width: auto; margin: 0 .25rem 0 0; padding: .15rem .6rem; font-size: .8rem }
      """;

  private Html() {}

  /** A whole page with tables; the body is HTML already. */
  public static String wide(String title, String body) {
    return page(title, "<style>" + TABLES + "</style>\n" + body);
  }

  /** A whole page; the body is HTML already. */
  public static String page(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <div class="card">
    <span class="test">TEST MODE &middot; no real money</span>
    %s
    </div>
    </main>
    </body>
    </html>
    """
        .formatted(escape(title), STYLE, body);
  }

  /** A page that only says something. */
  public static String message(String title, String text) {
    return page(title, "<h1>%s</h1>\n<p>%s</p>".formatted(escape(title), escape(text)));
  }

  /** Text as it may stand in an element or a quoted attribute. */
  public static String escape(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Cents as dollars, e.g. {@code $10.00}. */
  public static String dollars(long cents) {
    return "$%d.%02d".formatted(cents / 100, cents % 100);
  }
}
