package dev.agora.http.request;

import io.micrometer.common.KeyValues;
import java.util.UUID;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

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

  /** Without the whole address: people type secrets into addresses, and traces would keep them. */
  @Bean
  ServerRequestObservationConvention requestsWithoutAddresses() {
    return new DefaultServerRequestObservationConvention() {
      @Override
      public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
      }
    };
  }
}
