package dev.agora.http.body;

import dev.agora.http.problem.ProblemWriter;
import dev.agora.http.request.FilterOrder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Bounds every body. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(BodyProperties.class)
class BodyConfiguration {

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(BodyProperties properties, ProblemWriter problems) {
    FilterRegistrationBean<BodyFilter> registration =
        new FilterRegistrationBean<>(new BodyFilter(properties, problems));
    registration.setOrder(FilterOrder.BODY);
    return registration;
  }
}
