package dev.agora.http.request;

import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/** Names every request, before any other filter of ours. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class RequestConfiguration {

  @Bean
  FilterRegistrationBean<RequestFilter> requestFilter() {
    FilterRegistrationBean<RequestFilter> registration =
        new FilterRegistrationBean<>(
            new RequestFilter(() -> "req_" + UUID.randomUUID().toString().replace("-", "")));
    registration.setOrder(FilterOrder.REQUEST);
    return registration;
  }
}
