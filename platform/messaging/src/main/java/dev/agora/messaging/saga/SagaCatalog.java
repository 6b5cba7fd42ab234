package dev.agora.messaging.saga;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * The definitions of the service, each in every version of which instances may run. Read when all
 * beans are there, because an observer may itself need {@link Sagas}.
 */
final class SagaCatalog implements SmartInitializingSingleton {

  /** A definition with its observer. */
  record Registered<S>(SagaDefinition<S> definition, SagaObserver<S> observer) {}

  private final ObjectProvider<SagaObserver<?>> observers;
  private volatile Map<String, Registered<?>> definitions = Map.of();

  SagaCatalog(ObjectProvider<SagaObserver<?>> observers) {
    this.observers = observers;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, Registered<?>> all = new LinkedHashMap<>();
    observers.orderedStream().flatMap(SagaCatalog::registered).forEach(r -> add(all, r));
    definitions = Map.copyOf(all);
  }

  /** The keys of all definitions, {@code type:version}. */
  Set<String> keys() {
    return definitions.keySet();
  }

  Optional<Registered<?>> find(String type, int version) {
    return Optional.ofNullable(definitions.get(key(type, version)));
  }

  private static <S> Stream<Registered<S>> registered(SagaObserver<S> observer) {
    return Stream.concat(Stream.of(observer.definition()), observer.olderDefinitions().stream())
        .map(definition -> new Registered<>(definition, observer));
  }

  private static void add(Map<String, Registered<?>> all, Registered<?> registered) {
    String key = key(registered.definition().name(), registered.definition().version());
    if (all.putIfAbsent(key, registered) != null) {
      throw new IllegalStateException("two observers of saga " + key);
    }
  }

  private static String key(String type, int version) {
    return type + ":" + version;
  }
}
