package dev.agora.http.body;

import dev.agora.http.problem.ProblemWriter;
import dev.agora.http.request.FilterOrder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bounds every body, and refuses those that nobody reads. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration implements WebMvcConfigurer {

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
    registry.addInterceptor(new NoBodyInterceptor()).order(Ordered.LOWEST_PRECEDENCE);
  }
}
