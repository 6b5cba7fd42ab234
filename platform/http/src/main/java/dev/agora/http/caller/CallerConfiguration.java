package dev.agora.http.caller;

import dev.agora.http.problem.ProblemWriter;
import dev.agora.http.request.FilterOrder;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Denies by default: a verified token at the door, {@link AllowedTo} on every route. */
@AutoConfiguration(after = WebMvcAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(CallerProperties.class)
class CallerConfiguration implements WebMvcConfigurer {

  private final FreshSignIn freshSignIn;

  CallerConfiguration(FreshSignIn freshSignIn) {
    this.freshSignIn = freshSignIn;
  }

  @Bean
  static FreshSignIn freshSignIn(
      CallerProperties properties, ObjectProvider<InstantSource> clocks) {
    return new FreshSignIn(properties.stepUp(), clocks.getIfUnique(InstantSource::system));
  }

  @Bean
  FilterRegistrationBean<TokenFilter> tokenFilter(
      CallerProperties properties, ObjectProvider<InstantSource> clocks, ProblemWriter problems) {
    TokenVerifier verifier =
        new TokenVerifier(
            properties, new GatewayKeys(properties), clocks.getIfUnique(InstantSource::system));
    FilterRegistrationBean<TokenFilter> registration =
        new FilterRegistrationBean<>(new TokenFilter(verifier, problems));
    registration.setOrder(FilterOrder.CALLER);
    return registration;
  }

  @Bean
  static AllowedToCheck allowedToCheck(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    return new AllowedToCheck(routes);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CallerResolver());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AllowedToInterceptor(freshSignIn));
  }
}
