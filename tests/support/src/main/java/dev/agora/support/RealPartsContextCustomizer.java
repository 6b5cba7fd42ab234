package dev.agora.support;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Points a Spring context at the real parts. Part of the context cache's key: equal ones share a
 * context.
 *
 * @param owner the test class that wants a context of its own, or null
 */
record RealPartsContextCustomizer(@Nullable Class<?> owner) implements ContextCustomizer {
  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    SharedServers.outlive(context);
    Map<String, Object> properties = Map.copyOf(Parts.springProperties(Parts.freshDatabase()));
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("real parts", properties));
  }
}
