package dev.agora.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Gives the parts of the platform what they share. */
@AutoConfiguration(
    beforeName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties({MessagingProperties.class, KafkaProperties.class})
class MessagingConfiguration {

  private static final String MIGRATIONS = "classpath:db/migration/messaging";

  @Bean
  WireJson wireJson() {
    return new WireJson();
  }

  @Bean
  @ConditionalOnMissingBean
  MessageIds messageIds() {
    return UuidCreator::getTimeOrderedEpochPlus1;
  }

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  KafkaSettings kafkaSettings(KafkaProperties properties, KafkaConnectionDetails connection) {
    return new KafkaSettings(properties, connection);
  }

  /** For dead letters and their replay; everything else goes through the outbox. */
  @Bean
  KafkaTemplate<byte[], byte[]> bytesTemplate(KafkaSettings settings) {
    return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(settings.producer()));
  }

  /** Adds the platform's tables, unless the service's own location contains them already. */
  @Bean
  FlywayConfigurationCustomizer messagingMigrations() {
    return flyway -> {
      Location[] locations = flyway.getLocations();
      if (Arrays.stream(locations).noneMatch(l -> MIGRATIONS.startsWith(l.getDescriptor()))) {
        flyway.locations(
            Stream.concat(
                    Arrays.stream(locations).map(Location::getDescriptor), Stream.of(MIGRATIONS))
                .toArray(String[]::new));
      }
    };
  }

  @Bean
  @ConditionalOnMissingBean
  Traces traces(ObjectProvider<TracesOfTracer> ofTracer) {
    TracesOfTracer present = ofTracer.getIfAvailable();
    return present == null ? Traces.none() : present.traces();
  }

  /** Traces where the service has a tracer; kept apart because the classes are optional. */
  record TracesOfTracer(Traces traces) {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Tracer.class)
  static class Tracing {

    @Bean
    TracesOfTracer tracesOfTracer(
        ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
      Tracer t = tracer.getIfAvailable();
      Propagator p = propagator.getIfAvailable();
      return new TracesOfTracer(
          t == null || p == null ? Traces.none() : new MicrometerTraces(t, p));
    }
  }
}
