package dev.agora.support;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Found by Spring's test framework through META-INF/spring.factories. */
final class RealPartsContextCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
    RealParts wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, RealParts.class);
    if (wanted == null) {
      return null;
    }
    return new RealPartsContextCustomizer(wanted.isolated() ? testClass : null);
  }
}
