package dev.agora.http.request;

/** In which order the filters run; all after Spring's request context filter (-105). */
public final class FilterOrder {

  static final int REQUEST = -104;

  /** Who is calling is known before a byte of the body is read. */
  public static final int CALLER = -103;

  /** Once the caller is known, the body is read. */
  public static final int BODY = -102;

  private FilterOrder() {}
}
