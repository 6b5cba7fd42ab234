package dev.agora.http.caller;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names who may call a controller method. A method without it stops the service at start-up, so
 * that no route is open by omission.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

  /** Any one of these roles is enough. */
  Role[] value();

  /** What an agent's key needs on top; other roles need no scope. */
  Scope[] scopes() default {};

  /** Whether a service may ask in the name of such a caller ({@link Delegation}). */
  boolean delegated() default false;

  /** Whether a human must have shown a password or a passkey a moment ago ({@link FreshSignIn}). */
  boolean fresh() default false;
}
