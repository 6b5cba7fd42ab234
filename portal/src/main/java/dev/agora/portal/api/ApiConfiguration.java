package dev.agora.portal.api;

import dev.agora.money.Credits;
import dev.agora.money.Usd;
import dev.agora.portal.PortalProperties;
import java.net.http.HttpClient;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The one client of the API: through the gateway, with bounds on every wait. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          // Fields may be added to the API at any time.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule("money")
                  .addDeserializer(Credits.class, new Reader<>(Credits::parse))
                  .addDeserializer(Usd.class, new Reader<>(Usd::parse))
                  .addSerializer(Credits.class, new Writer<>())
                  .addSerializer(Usd.class, new Writer<>()))
          .build();

  @Bean
  JsonMapper apiJson() {
    return JSON;
  }

  @Bean
  RestClient apiClient(
      RestClient.Builder builder,
      PortalProperties properties,
      ApiCredential credential,
      Visitor visitor) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectWithin())
                .build());
    requests.setReadTimeout(properties.answerWithin());
    return builder
        .baseUrl(properties.gateway().toString())
        .requestFactory(requests)
        .requestInterceptor(new ApiCalls(credential, visitor, properties.sourceKey()))
        .configureMessageConverters(
            converters ->
                converters
                    .registerDefaults()
                    .withJsonConverter(new JacksonJsonHttpMessageConverter(JSON)))
        .defaultStatusHandler(
            HttpStatusCode::isError, (request, answer) -> ProblemReader.raise(JSON, answer))
        .build();
  }

  @Bean
  HttpServiceProxyFactory proxies(RestClient client) {
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build();
  }

  @Bean
  AccountsApi accountsApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(AccountsApi.class);
  }

  @Bean
  AlertsApi alertsApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(AlertsApi.class);
  }

  @Bean
  SecurityApi securityApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(SecurityApi.class);
  }

  @Bean
  LedgerApi ledgerApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(LedgerApi.class);
  }

  @Bean
  BillingApi billingApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(BillingApi.class);
  }

  @Bean
  PayoutApi payoutApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(PayoutApi.class);
  }

  @Bean
  MarketplaceApi marketplaceApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(MarketplaceApi.class);
  }

  @Bean
  PlatformApi platformApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(PlatformApi.class);
  }

  @Bean
  OperatorsApi operatorsApi(HttpServiceProxyFactory proxies) {
    return proxies.createClient(OperatorsApi.class);
  }

  private static final class Reader<T> extends ValueDeserializer<T> {
    private final Function<String, T> parse;

    Reader(Function<String, T> parse) {
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return parse.apply(parser.getString());
    }
  }

  private static final class Writer<T> extends ValueSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
      generator.writeString(value.toString());
    }
  }
}
