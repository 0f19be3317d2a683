# Shared by the set-up scripts; sourced, not run.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# say VIETNAMESE ENGLISH: one word to whoever set up, in both languages, off the standard output.
say() { printf '» %s\n  %s\n' "$1" "$2" >&2; }

# Whether packages can be installed here without asking anybody.
can_install() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# install_packages PACKAGE…: from Debian or its kin. What they print is shown only when they fail.
install_packages() {
    local log
    log=$(mktemp)
    if as_root apt-get update >"$log" 2>&1 &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1
    then rm -f "$log"
    else cat "$log" >&2; rm -f "$log"; return 1
    fi
}
