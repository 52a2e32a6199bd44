# shellcheck shell=bash
# Counts of tests, by project and in all.

passed_count=0 failed_count=0 skipped_count=0
results_table=

# add_results NAME PASSED FAILED SKIPPED EXIT_CODE
add_results() {
    local name=$1 passed=$2 failed=$3 skipped=$4 remark=
    # A run that broke off has no failed test in its file, and is a failure all the same.
    if [ "$5" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed=1 remark="  (broke off: exit code $5)"
    fi
    passed_count=$((passed_count + passed))
    failed_count=$((failed_count + failed))
    skipped_count=$((skipped_count + skipped))
    results_table+=$(printf '%-24s %6d %6d %7d%s' "$name" "$passed" "$failed" "$skipped" "$remark")
    results_table+=$'\n'
}

# add_trx_results NAME FILE EXIT_CODE
add_trx_results() {
    local counters='' total executed passed
    [ ! -f "$2" ] || counters=$(grep -o '<Counters [^>]*>' "$2" | tail -n 1)
    total=$(trx_counter total "$counters")
    executed=$(trx_counter executed "$counters")
    passed=$(trx_counter passed "$counters")
    # Neither passed nor skipped is failed: also errors, time-outs and whatever else there is.
    add_results "$1" "$passed" $((executed - passed)) $((total - executed)) "$3"
}

trx_counter() {
    local value
    value=$(sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2")
    printf '%d' "${value:-0}"
}

# add_node_results NAME LOG EXIT_CODE: the summary of node --test ("# pass 3", "ℹ pass 3") or of
# Playwright ("  3 passed (2s)").
add_node_results() {
    add_results "$1" "$(node_count pass passed "$2")" "$(node_count fail failed "$2")" \
        "$(node_count skipped skipped "$2")" "$3"
}

node_count() {
    local value
    value=$(sed -n -E -e "s/^(#|ℹ) $1 ([0-9]+)\$/\2/p" -e "s/^ +([0-9]+) $2( .*)?\$/\1/p" "$3" |
        tail -n 1)
    printf '%d' "${value:-0}"
}

all_passed() { [ "$failed_count" -eq 0 ] && [ "$passed_count" -gt 0 ]; }

print_results() {
    [ -n "$results_table" ] || return 0
    printf '\n%-24s %6s %6s %7s\n' '' passed failed skipped
    printf '%s' "$results_table"
}

print_total() {
    printf '%d passed, %d failed, %d skipped\n' "$passed_count" "$failed_count" "$skipped_count"
}
