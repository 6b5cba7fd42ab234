# One file for every program that is deployed (deploy/README.md):
#   docker build --build-arg MODULE=ledger-service -t agora/ledger-service:0.1.0 .     a service, the gateway, the portal
#   docker build --target stand-in -t agora/stand-in:0.1.0 .                           Stripe's stand-in and the topics, for docker-compose.yml
# The final images hold a Java runtime, a program, and the few libraries of the system that Java opens: no shell, no package manager.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/cache MAVEN_OPTS=-Duser.home=/cache mvn -B -ntp -P sbom package -Dmaven.test.skip=true -Dspotless.check.skip=true \
  -pl gateway,accounts-service,ledger-service,billing-service,payout-service,marketplace-service,portal,local/launcher,platform/health -am

FROM maven:3.9-eclipse-temurin-25 AS java
RUN "$JAVA_HOME/bin/jlink" --compress zip-6 --no-header-files --no-man-pages --generate-cds-archive --output /root-of-image/opt/java --add-modules \
java.se,jdk.crypto.ec,jdk.httpserver,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
  && rm /root-of-image/opt/java/lib/server/classes_nocoops.jsa
# What the runtime opens of the system; what only windows need is not there and not missed.
RUN find /root-of-image/opt/java \( -name '*.so' -o -path '*/bin/java' \) -exec ldd {} + | grep -o '/[^ ]*\.so[^ ]*' | grep -v '^/root-of-image' | sort -u \
  | xargs -I{} cp -L --parents {} /root-of-image \
  && cp -L --parents "$(find / -xdev -name libresolv.so.2 -print -quit)" /root-of-image \
  && mkdir -p /root-of-image/etc /root-of-image/tmp /root-of-image/data && chmod 1777 /root-of-image/tmp && chown 10001:10001 /root-of-image/data \
  && echo 'agora:x:10001:10001::/tmp:/sbin/nologin' > /root-of-image/etc/passwd && echo 'agora:x:10001:' > /root-of-image/etc/group
# Not the time of the build: two builds of the same things are the same layers.
RUN find /root-of-image -exec touch -h -d 2026-11-22T00:00:00Z {} +

FROM java AS program
ARG MODULE
COPY --from=build /source/${MODULE:-none-given}/target/ /target/
COPY deploy/image/java.options deploy/image/training.env /
RUN mkdir -p /app /layers && rm -r /opt/java && mv /root-of-image/opt/java /opt/java \
  && /opt/java/bin/java -Djarmode=tools -jar "/target/$MODULE"-*-SNAPSHOT.jar extract --layers --application-filename application.jar --destination /layers \
  && cp /java.options /target/bom.json /layers/application/ && find /layers -exec touch -h -d 2026-11-22T00:00:00Z {} + \
  && cp -a /layers/dependencies/. /layers/snapshot-dependencies/. /layers/application/. /app/
# The training run: as far as a start goes without a database and Kafka. The same Java, options and class path as later, or the cache is refused.
RUN sed '/AOTCache=/d' /app/java.options > /training.options \
  && mkdir /layers/aot && env $(cat /training.env) /opt/java/bin/java -XX:AOTCacheOutput=/layers/aot/application.aot -Dspring.context.exit=onRefresh @/training.options \
  && test -s /layers/aot/application.aot

# Stripe's stand-in and what makes topics, for one machine only.
FROM scratch AS stand-in
COPY --from=java /root-of-image/ /
COPY --from=build /source/platform/health/target/classes/ /opt/health/
COPY --from=build /source/local/launcher/target/lib/ /app/lib/
COPY --from=build /source/contracts/src/main/resources/contracts/topics.json /app/
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Agora stand-in" org.opencontainers.image.version="$VERSION" org.opencontainers.image.revision="$REVISION"
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-cp", "/app/lib/*"]
CMD ["dev.agora.stripesimulator.StripeSimulator"]

FROM scratch
COPY --from=java /root-of-image/ /
COPY --from=build /source/platform/health/target/classes/ /opt/health/
COPY --from=program /layers/dependencies/ /app/
COPY --from=program /layers/snapshot-dependencies/ /app/
COPY --from=program /layers/application/ /app/
COPY --from=program /layers/aot/ /app/
ARG MODULE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Agora $MODULE" org.opencontainers.image.version="$VERSION" org.opencontainers.image.revision="$REVISION" \
  org.opencontainers.image.description="The economy of AI agents; its bill of materials is /app/bom.json"
WORKDIR /app
USER 10001:10001
ENTRYPOINT ["/opt/java/bin/java", "@/app/java.options"]
