package dev.agora.http.body;

import dev.agora.http.problem.ProblemWriter;
import dev.agora.http.request.FilterOrder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Bounds every body, and refuses those that nobody reads. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration implements WebMvcConfigurer {

  private final NoBodyInterceptor noBody = new NoBodyInterceptor();

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(BodyProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<BodyFilter> registration =
        new FilterRegistrationBean<>(new BodyFilter(properties, problems));
    registration.setOrder(FilterOrder.BODY);
    return registration;
  }

  /** After those that say who may come in: a stranger hears that first. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(noBody).order(Ordered.LOWEST_PRECEDENCE);
  }

  /** Routes are known once all is built, and before the server takes requests. */
  @Bean
  SmartInitializingSingleton routesWithoutBody(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    return () -> noBody.learn(routes.getHandlerMethods().values());
  }
}
