#!/usr/bin/env bash
# Real PostgreSQL 17 with pgvector and a real Redis on loopback, for contract suites and CI on Debian, without
# containers: PostgreSQL comes from Debian trixie, unpacked into a folder. Needs root. About a minute the first time,
# a second later. `services.sh start|stop [folder]`; start prints DATABASE_URL_TEST and REDIS_URL_TEST.
set -euo pipefail

command=${1:-start}
root=${2:-${XDG_CACHE_HOME:-$HOME/.cache}/llm-council-services}
pg_port=${PG_PORT:-5517} redis_port=${REDIS_PORT:-6517}
bin=/usr/lib/postgresql/17/bin data=/var/lib/postgresql/council

fail() {
  echo "services.sh: $1" >&2
  exit 1
}

as_postgres() { chroot "$root/trixie" su postgres -c "$1"; }
has_postgres() { [[ -x $root/trixie$bin/postgres ]]; }

stop() {
  if has_postgres; then as_postgres "$bin/pg_ctl -D $data stop -m fast >/dev/null" 2>/dev/null || true; fi
  if command -v redis-cli >/dev/null; then redis-cli -p "$redis_port" shutdown nosave >/dev/null 2>&1 || true; fi
}

install_tools() {
  command -v debootstrap >/dev/null && command -v redis-server >/dev/null && return
  command -v apt-get >/dev/null || fail "needs Debian's apt-get to install debootstrap and redis-server"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap redis-server >/dev/null
}

# Unpacked beside its final place first, so that an interrupted run leaves nothing half done behind.
unpack_postgres() {
  has_postgres && return
  mkdir -p "$root"
  rm -rf "$root/trixie" "$root/trixie.partial"
  debootstrap --variant=minbase --include=postgresql-17,postgresql-17-pgvector trixie "$root/trixie.partial" \
    >"$root/debootstrap.log" 2>&1 || fail "debootstrap failed: $(tail -n 3 "$root/debootstrap.log")"
  mv "$root/trixie.partial" "$root/trixie"
}

start_postgres() {
  mkdir -p "$root/trixie/var/run/postgresql"
  chroot "$root/trixie" chown postgres:postgres /var/run/postgresql
  [[ -d $root/trixie$data ]] || as_postgres "$bin/initdb -D $data -A trust -U postgres --no-sync >/dev/null"
  as_postgres "$bin/pg_ctl -D $data status >/dev/null" && return
  as_postgres "$bin/pg_ctl -D $data -o '-p $pg_port -h 127.0.0.1 -k /var/run/postgresql' \
    -l /var/lib/postgresql/postgres.log -w start >/dev/null" ||
    fail "PostgreSQL did not start: $(tail -n 3 "$root/trixie/var/lib/postgresql/postgres.log")"
}

start_redis() {
  redis-cli -p "$redis_port" ping >/dev/null 2>&1 && return
  redis-server --daemonize yes --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no --dir "$root" >/dev/null
}

[[ $(id -u) == 0 ]] || fail "needs root (chroot and debootstrap). Without it, npm test starts a PostgreSQL of its own."
case $command in
  start)
    install_tools
    unpack_postgres
    start_postgres
    start_redis
    echo "DATABASE_URL_TEST=postgresql://postgres@127.0.0.1:$pg_port/postgres"
    echo "REDIS_URL_TEST=redis://127.0.0.1:$redis_port"
    ;;
  stop) stop ;;
  *) fail "usage: services.sh start|stop [folder]" ;;
esac
