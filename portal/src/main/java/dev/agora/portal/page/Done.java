package dev.agora.portal.page;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person is told, once, about what they have just done. */
public final class Done {

  private Done() {}

  /** Shows the sentence on the page that comes next. */
  public static void say(RedirectAttributes next, String sentence) {
    next.addFlashAttribute("done", sentence);
  }
}
