package dev.agora.http.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** Makes Boot's one {@code JsonMapper} strict, and answers of known length. */
@AutoConfiguration(
    before = {JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class JsonConfiguration {

  @Bean
  JsonFactoryBuilderCustomizer strictJsonFactory() {
    return StrictJson::configure;
  }

  @Bean
  JsonMapperBuilderCustomizer strictJsonMapper() {
    return StrictJson::configure;
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer fixedLengthJson(JsonMapper json) {
    return converters -> converters.withJsonConverter(new FixedLengthJsonConverter(json));
  }
}
