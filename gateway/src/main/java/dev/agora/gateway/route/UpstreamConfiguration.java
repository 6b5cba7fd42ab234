package dev.agora.gateway.route;

import io.netty.channel.ChannelOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The connections to the services and to the callers, each with a bound, and Spring Cloud Gateway's
 * two network filters with two header filters instead of its seven.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

  @Bean(destroyMethod = "dispose")
  ConnectionProvider upstreamConnections(UpstreamProperties upstream) {
    return ConnectionProvider.builder("upstream")
        .maxConnections(upstream.connectionsMax())
        .pendingAcquireMaxCount(upstream.waitingMax())
        .pendingAcquireTimeout(upstream.waitTimeout())
        .maxIdleTime(upstream.idleMax())
        .maxLifeTime(upstream.lifeMax())
        .evictInBackground(upstream.idleMax())
        .lifo()
        .build();
  }

  /**
   * Never sends a request twice by itself: only the caller knows whether that is safe. On the event
   * loops of this application's server: Reactor's default ones are everybody's in the process, and
   * end with whichever application ends first.
   */
  @Bean
  HttpClient upstreamClient(
      ConnectionProvider upstreamConnections,
      ReactorResourceFactory resources,
      UpstreamProperties upstream) {
    return HttpClient.create(upstreamConnections)
        .runOn(resources.getLoopResources())
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            Math.toIntExact(upstream.connectTimeout().toMillis()))
        .disableRetry(true);
  }

  @Bean
  NettyRoutingFilter networkFilter(HttpClient upstreamClient, HttpClientProperties properties) {
    return new NettyRoutingFilter(upstreamClient, headers(), properties);
  }

  @Bean
  NettyWriteResponseFilter answerFilter() {
    return new NettyWriteResponseFilter(List.of(), headers());
  }

  /** Cuts off callers that send their requests too slowly, and lets them read why. */
  @Bean
  NettyServerCustomizer slowCallers(CallerProperties callers) {
    return server ->
        server
            .requestTimeout(callers.requestWithin())
            .readTimeout(callers.readWithin())
            .doOnChannelInit(
                (observer, channel, address) -> {
                  SlowHeads.watch(channel, callers.requestWithin());
                  LingeringClose.of(channel);
                });
  }

  private static ObjectProvider<List<HttpHeadersFilter>> headers() {
    List<HttpHeadersFilter> filters = List.of(new RequestHeaders(), new ResponseHeaders());
    return new ObjectProvider<>() {
      @Override
      public Stream<List<HttpHeadersFilter>> stream() {
        return Stream.of(filters);
      }
    };
  }
}
