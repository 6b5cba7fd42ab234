package dev.agora.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * This test works on a real PostgreSQL and a real Kafka, started once per JVM at the first need.
 *
 * <p>With Spring's test context, the context finds {@code AGORA_DB_URL}, {@code AGORA_DB_USER},
 * {@code AGORA_DB_PASSWORD}, {@code AGORA_KAFKA} and Boot's own properties for them set to a new
 * database and the broker; all topics of contracts/topics.json are there. Without Spring, a
 * parameter of type {@link dev.agora.local.infrastructure.Database} is a new database of this test
 * class.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealPartsExtension.class)
public @interface RealParts {
  /**
   * Whether this class wants a Spring context and a database of its own. By default test classes
   * with the same configuration share both, which is quicker: they use ids of their own.
   */
  boolean isolated() default false;
}
