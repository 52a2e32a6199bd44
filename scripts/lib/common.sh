# shellcheck shell=bash
# What the scripts share: messages, the toolchain check, steps that end with the script.

# The scripts that source this file use what it sets.
# shellcheck disable=SC2034
repo_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

# dotnet needs a home for its caches; some CI machines give none.
export HOME="${HOME:-${TMPDIR:-/tmp}}"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers would outlive the script, and keep its output open for whoever reads it.
export DOTNET_CLI_USE_MSBUILD_SERVER=0 MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

note() { printf '%s\n' "$*"; }

die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

require_dotnet() {
    local wanted
    wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$repo_root/global.json")
    command -v dotnet >/dev/null ||
        die ".NET SDK $wanted or a later 10.0 is needed and 'dotnet' is not on the PATH:" \
            "https://dotnet.microsoft.com/download"
    (cd "$repo_root" && dotnet --version >/dev/null 2>&1) ||
        die ".NET SDK $wanted or a later 10.0 is needed; installed:" \
            "$(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')"
}

# Whether something listens on this port of the loopback.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The status code of GET http://127.0.0.1:PORT/PATH, or nothing. A fresh machine may have no curl.
http_status() {
    (
        exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3
        IFS=' ' read -r -t 5 _ status _ <&3 && printf '%s' "$status"
    ) 2>/dev/null
}

# run_step COMMAND…: runs it to its end. In the background, since bash handles a signal only
# when a foreground command has ended; in a process group of its own, so that what the command
# started ends with it. Descriptor 9 is the lock of scripts/run: not for children.
step_pid=''
run_step() {
    local code=0
    set -m
    "$@" </dev/null 9>&- &
    step_pid=$!
    set +m
    wait "$step_pid" || code=$?
    step_pid=''
    return "$code"
}

# Ends the step under way, if any, and all of its processes; for signal handlers.
stop_step() {
    local group=$step_pid
    step_pid=''
    [ -n "$group" ] || return 0
    kill -TERM -- "-$group" 2>/dev/null
    for _ in $(seq 25); do
        kill -0 -- "-$group" 2>/dev/null || return 0
        sleep 0.2
    done
    kill -KILL -- "-$group" 2>/dev/null
    return 0
}
