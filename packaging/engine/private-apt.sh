# Sourced by assemble.sh: apt with sources, lists, cache and status of its own, verified as ever.
# Reads $scratch (a new folder), $arch, $SUITE, $components; needs unable(). Sets $mirror and $keyring.

# The archive this machine already uses: the site of its own release, not of updates, security or third parties.
find_mirror() {
    local codename wanted release site
    codename=$(. /etc/os-release 2>/dev/null && printf %s "${VERSION_CODENAME:-}")
    wanted="@(${codename:-stable}|stable|oldstable|testing|unstable|sid)"
    while read -r release site; do
        # shellcheck disable=SC2053  # a pattern on purpose
        if [[ $release == $wanted ]]; then
            mirror=$site
            return
        fi
    done < <(apt-get --no-release-info indextargets --format '$(RELEASE) $(SITE)' 'Created-By: Packages' 2>/dev/null)
    unable "apt names no Debian mirror for ${codename:-this release}"
}

find_keyring() {
    for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
        [[ -r $keyring ]] && return
    done
    unable "Debian's signing keys are missing (package debian-archive-keyring)"
}

# Private apt: own sources, lists, cache and an empty status file. Proxies and logins of the machine stay in force.
configure_apt() {
    mkdir -p "$scratch"/{lists/partial,cache/archives/partial,none,debs}
    : >"$scratch/status"
    printf 'deb [arch=%s signed-by=%s] %s %s %s\n' "$arch" "$keyring" "$mirror" "$SUITE" "$components" >"$scratch/sources.list"
    cat >"$scratch/apt.conf" <<CONF
#clear APT::Update;
#clear APT::Architectures;
APT::Architecture "$arch";
APT::Architectures { "$arch"; };
APT::Sandbox::User "root";
APT::Get::AllowUnauthenticated "false";
Acquire::AllowInsecureRepositories "false";
Acquire::AllowWeakRepositories "false";
Acquire::AllowDowngradeToInsecureRepositories "false";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "15";
Acquire::http::ConnectTimeout "5";
Dir::Etc::sourcelist "$scratch/sources.list";
Dir::Etc::sourceparts "$scratch/none";
Dir::Etc::preferences "$scratch/none/preferences";
Dir::Etc::preferencesparts "$scratch/none";
Dir::State "$scratch";
Dir::State::status "$scratch/status";
Dir::Cache "$scratch/cache";
CONF
}

run_apt() {
    local why
    # "update" ends well although a source failed, unless told otherwise.
    (cd "$scratch/debs" && timeout 900 apt-get -q -c "$scratch/apt.conf" -o APT::Update::Error-Mode=any "$@") \
        </dev/null >"$scratch/log" 2>&1 9<&- && return
    why=$(grep -m1 '^E: ' "$scratch/log") || why='no answer'
    unable "apt-get $1 from $mirror $SUITE failed (${why#E: })"
}
