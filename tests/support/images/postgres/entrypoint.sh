#!/bin/bash
# First start: a cluster with the asked-for superuser and database. Like the official image, it starts the server twice, so that the
# line "ready to accept connections" appears twice.
set -euo pipefail
user=${POSTGRES_USER:-postgres}
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb --username="$user" --pwfile=<(echo "$POSTGRES_PASSWORD") --auth-host=scram-sha-256 --auth-local=trust > /dev/null
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  echo "host replication all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  # The binaries come without psql; single-user mode reads the statement from its input.
  if [ "${POSTGRES_DB:-$user}" != postgres ]; then
    echo "create database \"${POSTGRES_DB:-$user}\"" | postgres --single -j -D "$PGDATA" postgres > /dev/null
  fi
  pg_ctl -w -o "-c listen_addresses=''" start
  pg_ctl -w -m fast stop
fi
exec "$@" -c listen_addresses='*'
