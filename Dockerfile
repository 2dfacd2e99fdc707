# The console and its emulator. Builds from source with nothing but Docker, or packs a jar that is there already:
#   docker build --build-arg JAR=target/appintegrations-console.jar .
ARG JDK=eclipse-temurin:25.0.3_9-jdk-noble
ARG NODE=node:24-trixie-slim
ARG BASE=debian:13-slim

FROM $NODE AS node

FROM $JDK AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
# Without --compress: what is compressed in the runtime can't be shared or mapped, and the image's layers are compressed anyway.
RUN jlink --add-modules java.se,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --output /runtime
WORKDIR /build
COPY . .
ARG JAR=
RUN if [ -n "$JAR" ]; then \
    cp "$JAR" /appintegrations-console.jar; \
  else \
    ./mvnw -B -ntp -DskipTests -DskipFrontendChecks package && mv target/appintegrations-console.jar /; \
  fi \
  && java -Djarmode=tools -jar /appintegrations-console.jar extract --layers --destination /layers

FROM $BASE
RUN useradd --uid 10001 --home-dir /app --shell /usr/sbin/nologin console \
  && install -d -o console -g console /app /app/data
COPY --from=build /runtime /opt/java
COPY src/main/docker /usr/local/bin
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
ENV PATH=/opt/java/bin:$PATH \
  LANG=C.UTF-8 \
  SERVER_ADDRESS=0.0.0.0
# One collector, whatever the machine, and room for the cache's objects from the start: without either, the JVM refuses the
# cache, and does not even start without it. The quick compiler alone: with the thorough one each start takes up to a second
# longer, for a quarter more pages a second, which the few people who use a console don't need.
ENV JDK_JAVA_OPTIONS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxHeapFreeRatio=40 -Xms96m -XX:MaxRAMPercentage=60 -XX:AOTCache=/app/console.aot -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
USER console
RUN make-aot-cache
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s CMD ["answers", "8080", "/actuator/health/readiness"]
ENTRYPOINT ["java", "-jar", "appintegrations-console.jar"]
