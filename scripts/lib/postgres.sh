# shellcheck shell=bash
# A private PostgreSQL cluster: found or installed, started, stopped. Source common.sh first.
#
#   pg_start DIR                       starts the cluster of DIR, made at the first call; when it
#                                      already runs, does nothing
#   pg_ensure_database NAME            makes a role NAME and its database NAME
#   pg_connection_string DB USER       prints the Npgsql connection string (it holds the password)
#   pg_stop DIR, pg_remove DIR         stops it; stops it and deletes it with its data
#   pg_crash DIR                       stops it as a crash would: nothing is finished or flushed
#
# It listens on 127.0.0.1 only and asks for a password (SCRAM). After pg_start, pg_home is where
# it lives: data/, password (0600), port, log. PostgreSQL refuses to run as root, so root's
# clusters run as `postgres` (or `nobody`) and live elsewhere when that user can't reach DIR.

pg_major_min=13
pg_home='' pg_user='' pg_bin=''

pg_start() {
    pg_locate "$1"
    pg_require_binaries
    [ -f "$pg_home/data/PG_VERSION" ] || pg_create
    if ! pg_running; then
        pg_clear_stale_pid_file
        pg_launch
    fi
    note "PostgreSQL $(cat "$pg_home/data/PG_VERSION") on 127.0.0.1:$(pg_port) in $pg_home"
}

pg_stop() {
    pg_locate "$1"
    pg_running || return 0
    pg_require_binaries
    pg_as_user "$pg_bin/pg_ctl" stop -D "$pg_home/data" -m fast -w -t 60 >/dev/null ||
        pg_as_user "$pg_bin/pg_ctl" stop -D "$pg_home/data" -m immediate -w -t 30 >/dev/null ||
        note "PostgreSQL in $pg_home did not stop" >&2
}

pg_crash() {
    pg_locate "$1"
    pg_running || return 0
    pg_require_binaries
    pg_as_user "$pg_bin/pg_ctl" stop -D "$pg_home/data" -m immediate -w -t 30 >/dev/null
}

pg_remove() {
    pg_stop "$1"
    rm -rf "$pg_home"
}

pg_connection_string() {
    printf 'Host=127.0.0.1;Port=%s;Username=%s;Password=%s;Database=%s\n' \
        "$(pg_port)" "$2" "$(cat "$pg_home/password")" "$1"
}

pg_ensure_database() {
    local name=$1
    # The password goes in by stdin: arguments are visible to every user of the machine.
    if [ -z "$(pg_psql -c "SELECT 1 FROM pg_roles WHERE rolname = '$name'")" ]; then
        pg_psql <<<"CREATE ROLE \"$name\" LOGIN PASSWORD '$(cat "$pg_home/password")'"
    fi
    if [ -z "$(pg_psql -c "SELECT 1 FROM pg_database WHERE datname = '$name'")" ]; then
        pg_psql -c "CREATE DATABASE \"$name\" OWNER \"$name\""
    fi
}

pg_port() { cat "$pg_home/port"; }

# psql as the superuser, bare values out. PG* variables of the caller's shell would lead it astray.
pg_psql() (
    unset "${!PG@}"
    export PGPASSWORD
    PGPASSWORD=$(cat "$pg_home/password")
    exec "$pg_bin/psql" -X -q -A -t -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$(pg_port)" -U postgres -d postgres "$@"
)

# From here on: how it is done.

# pg_locate DIR: sets pg_home and pg_user.
pg_locate() {
    local dir=$1 elsewhere
    if [ ! -d "$dir" ]; then
        (umask 022 && mkdir -p "$dir") || die "$dir could not be made"
    fi
    dir=$(cd "$dir" && pwd -P) || die "$1 is not accessible"
    pg_home=$dir/postgres
    if [ "$(id -u)" -ne 0 ]; then
        pg_locate_as_self
        return
    fi
    elsewhere=/var/lib/orleanswallet/$(printf '%s' "$dir" | cksum | cut -d' ' -f1)
    local home
    for home in "$pg_home" "$elsewhere"; do
        if [ -f "$home/data/PG_VERSION" ]; then
            pg_home=$home pg_user=$(stat -c %U "$home/data")
            pg_as_user test -w "$pg_home/data" && return
            die "the user $pg_user, who owns $pg_home, can't reach it"
        fi
    done
    pg_user=postgres
    id "$pg_user" >/dev/null 2>&1 || pg_user=nobody
    pg_claim "$pg_home" && return
    rmdir "$pg_home" 2>/dev/null
    pg_home=$elsewhere
    pg_claim "$pg_home" || die "the user $pg_user can reach neither $dir nor $pg_home"
    note "The user $pg_user can't reach $dir: its PostgreSQL lives in $pg_home"
}

pg_locate_as_self() {
    pg_user=$(id -un)
    [ -d "$pg_home" ] || (umask 077 && mkdir "$pg_home") ||
        die "$pg_home could not be made; choose another directory"
    [ -O "$pg_home" ] ||
        die "$pg_home belongs to $(stat -c %U "$pg_home"): run as root or choose another directory"
}

# Makes a directory the cluster user's own; false when that user can't get there.
pg_claim() {
    (umask 022 && mkdir -p "$(dirname "$1")") 2>/dev/null || return 1
    { [ -d "$1" ] || mkdir "$1"; } 2>/dev/null || return 1
    chown "$pg_user" "$1" 2>/dev/null && chmod 0700 "$1" && pg_as_user test -w "$1"
}

# A command as the user that runs the cluster, without the caller's PG* variables and lock.
pg_as_user() (
    cd / || exit 1
    unset "${!PG@}"
    if [ "$(id -u)" -ne 0 ]; then
        exec "$@" 9>&-
    elif command -v runuser >/dev/null; then
        exec runuser -u "$pg_user" -- "$@" 9>&-
    elif command -v setpriv >/dev/null; then
        exec setpriv --reuid "$pg_user" --regid "$(id -g "$pg_user")" --clear-groups -- "$@" 9>&-
    fi
    die "root needs 'runuser' or 'setpriv' (util-linux) to run PostgreSQL as $pg_user"
)

# Sets pg_bin: of the version that made the cluster, if there is one, else the newest.
pg_require_binaries() {
    local major=
    [ ! -f "$pg_home/data/PG_VERSION" ] || major=$(cat "$pg_home/data/PG_VERSION")
    pg_find_binaries "$major" && return
    [ -z "$major" ] ||
        die "$pg_home was made by PostgreSQL $major, which is not installed here"
    pg_install
    pg_find_binaries "" || die "PostgreSQL was installed, but its binaries were not found"
    pg_claim_again
}

pg_find_binaries() {
    local wanted=$1 dir program major
    while IFS= read -r dir; do
        for program in postgres initdb pg_ctl psql; do
            [ -x "$dir/$program" ] || continue 2
        done
        major=$("$dir/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
        [ "$major" -ge "$pg_major_min" ] || continue
        [ -z "$wanted" ] || [ "$major" = "$wanted" ] || continue
        pg_bin=$dir
        return 0
    done < <(pg_binary_dirs)
    return 1
}

pg_binary_dirs() {
    local found
    if found=$(command -v initdb); then dirname "$(readlink -f "$found")"; fi
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin | sort -rV
    printf '%s\n' /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin | sort -rV
    printf '%s\n' /usr/local/pgsql/bin /usr/bin
}

pg_install() {
    local how="set ConnectionStrings__Wallet to a database, or install PostgreSQL $pg_major_min \
or newer (Debian, Ubuntu: apt-get install postgresql)"
    command -v apt-get >/dev/null || die "PostgreSQL was not found: $how"
    [ "$(id -u)" -eq 0 ] || die "PostgreSQL was not found, and only root can install it: $how"
    note "PostgreSQL was not found: installing the package postgresql"
    apt-get update -qq </dev/null 9>&- || note "apt-get update failed: trying with the lists at hand"
    pg_apt_install postgresql-common || die "apt-get could not install PostgreSQL: $how"
    # The package would make and start a cluster of its own, on the port everyone uses.
    local conf=/etc/postgresql-common/createcluster.conf code=0
    cp -p "$conf" "$conf.kept"
    sed -i -E 's/^#?create_main_cluster.*/create_main_cluster = false/' "$conf"
    pg_apt_install postgresql || code=$?
    mv "$conf.kept" "$conf"
    [ "$code" -eq 0 ] || die "apt-get could not install PostgreSQL: $how"
}

pg_apt_install() {
    local output
    output=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        </dev/null 2>&1 9>&-) && return
    printf '%s\n' "$output" | tail -n 20 >&2
    return 1
}

# The package brings the user `postgres`; a directory claimed for `nobody` before goes to it.
pg_claim_again() {
    [ "$(id -u)" -eq 0 ] && id postgres >/dev/null 2>&1 || return 0
    pg_user=postgres
    pg_claim "$pg_home" || die "the user $pg_user can't reach $pg_home"
}

pg_create() {
    local fresh=$pg_home/data.new
    pg_as_user rm -rf "$fresh"
    head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n' | pg_write_file "$pg_home/password"
    pg_as_user "$pg_bin/initdb" -D "$fresh" -U postgres --pwfile="$pg_home/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C --data-checksums >/dev/null ||
        die "PostgreSQL could not make a cluster in $pg_home"
    printf "include_if_exists = 'orleanswallet.conf'\n" |
        pg_as_user tee -a "$fresh/postgresql.conf" >/dev/null
    # A half-made cluster never goes by the name of a whole one.
    pg_as_user mv "$fresh" "$pg_home/data"
}

# shellcheck disable=SC2016 # $1 is the inner shell's.
pg_write_file() { pg_as_user sh -c 'umask 077 && cat >"$1"' sh "$1"; }

pg_write_settings() {
    pg_write_file "$pg_home/data/orleanswallet.conf" <<SETTINGS
# Written at each start: changes belong in postgresql.auto.conf (ALTER SYSTEM).
listen_addresses = '127.0.0.1'
port = $(pg_port)
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
fsync = on
synchronous_commit = on
shared_buffers = '256MB'
max_wal_size = '4GB'
max_connections = 200
SETTINGS
}

# Keeps the port of the last start unless somebody else has taken it.
pg_choose_port() {
    local port
    port=$(cat "$pg_home/port" 2>/dev/null)
    while [ -z "$port" ] || port_taken "$port"; do
        # Below the range from which the kernel hands out ports of its own accord.
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
    done
    printf '%s\n' "$port" | pg_write_file "$pg_home/port"
}

pg_launch() {
    local attempt
    for attempt in 1 2 3 4 5; do
        pg_choose_port
        pg_write_settings
        [ ! -f "$pg_home/log" ] || pg_as_user mv -f "$pg_home/log" "$pg_home/log.previous"
        # Recovery after a crash may take minutes.
        pg_as_user "$pg_bin/pg_ctl" start -D "$pg_home/data" -l "$pg_home/log" -w -t 600 \
            >/dev/null 2>&1 && return
        # Another process was quicker at the port, or the last of the old backends is leaving.
        grep -qE 'could not bind|still in use' "$pg_home/log" 2>/dev/null || break
        sleep "$attempt"
    done
    tail -n 20 "$pg_home/log" >&2
    die "PostgreSQL in $pg_home did not start (its log is above)"
}

pg_running() {
    local pid
    pid=$(head -n 1 "$pg_home/data/postmaster.pid" 2>/dev/null) && [ -n "$pid" ] || return 1
    kill -0 "$pid" 2>/dev/null || return 1
    # The file outlives a kill -9 and its process id may be someone else's by now. A postmaster
    # works in its data directory.
    [ ! -d /proc/self ] || [ "$(readlink "/proc/$pid/cwd")" = "$pg_home/data" ]
}

# PostgreSQL itself overlooks a stale file only when its process id is not in use at all: a reused
# id, or a zombie in a container that has no init, would keep it from starting. So would a backend
# that is too busy with a query to notice that its postmaster is gone.
pg_clear_stale_pid_file() {
    [ -f "$pg_home/data/postmaster.pid" ] && [ -d /proc/self ] || return 0
    local began=$SECONDS left
    while left=$(pg_processes_left) && [ -n "$left" ]; do
        # shellcheck disable=SC2086 # A list of process ids.
        case $((SECONDS - began)) in
            0 | 1) ;; # Most leave by themselves.
            [2-9] | 1?) kill -QUIT $left 2>/dev/null ;;
            *) die "processes of an earlier PostgreSQL still work in $pg_home/data: $left" ;;
        esac
        sleep 0.2
    done
    pg_as_user rm -f "$pg_home/data/postmaster.pid"
}

pg_processes_left() {
    local cwd
    for cwd in /proc/[0-9]*/cwd; do
        [ "$(readlink "$cwd" 2>/dev/null)" != "$pg_home/data" ] || printf '%s ' "${cwd//[!0-9]/}"
    done
}
