# shellcheck shell=bash
# What ./run and ./test share: packages, LibTorch, the build. Sourced by bash; everything that it says
# goes to the standard error, so that the output of Limn's own commands stays clean.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd -P)
build=$root/build/release
libtorch=$root/build/libtorch
home=~
cache=${XDG_CACHE_HOME:-$home/.cache}/limn/wheels
python=/usr/bin/python3 # Debian's own: another one in PATH may have no pip

say() { printf 'Limn: %s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}
trap 'say "Interrupted. The same command goes on from here."; exit 130' INT TERM

# timed WORDS COMMAND...: says what is done, does it, says how long it took.
timed() {
    local -r words=$1 start=$SECONDS
    shift
    say "$words …"
    "$@" || return
    say "$words: done in $((SECONDS - start)) s."
}

# ---- Debian packages -------------------------------------------------------------------------------

# missing_packages FILE...: the packages of these lists that are not (wholly) installed.
missing_packages() {
    local -a wanted
    mapfile -t wanted < <(sed 's/#.*//; s/[[:space:]]//g; /^$/d' "$@" | sort -u)
    comm -23 <(printf '%s\n' "${wanted[@]}") \
        <(dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/^ii  *//p' | sort -u)
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo "$@"
    fi
}

# Questions have no one to answer them, and nothing that a package starts may keep our lock (9) open.
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 "$@" </dev/null >&2 9>&-; }

install_packages() {
    ((EUID == 0)) || command -v sudo >/dev/null \
        || die "Packages are missing and only root may install them; as root, start: apt-get install -y $*"
    as_root true || die "Packages are missing and sudo refused; as root, start: apt-get install -y $*"
    # An apt that was killed halfway leaves packages unpacked and not configured.
    as_root env DEBIAN_FRONTEND=noninteractive dpkg --configure -a </dev/null >&2 \
        || die "A package that was half installed cannot be finished; the lines above name it, and 'dpkg --configure -a' tries again."
    apt_get -f install || die "apt-get cannot repair the packages that are installed; the lines above say why."
    apt_get update || say "Some package lists could not be fetched; going on with what is there."
    apt_get install --no-install-recommends "$@" \
        || die "The packages could not be installed; see the lines above, check the network, and start again."
}

# ---- Disk space ------------------------------------------------------------------------------------

declare -A room_needed=() room_place=()

# need_room FOLDER MB: FOLDER, which need not exist yet, will grow by so much.
need_room() {
    local folder=$1 device
    while [[ ! -d $folder ]]; do folder=$(dirname -- "$folder"); done
    device=$(stat -c %d -- "$folder")
    room_place[$device]=$folder
    room_needed[$device]=$((${room_needed[$device]:-0} + $2))
}

check_room() {
    local device free
    for device in "${!room_needed[@]}"; do
        free=$(df -m --output=avail -- "${room_place[$device]}" | sed -n '2s/ *//p')
        ((free >= room_needed[$device])) || die "Too little disk space: ${room_place[$device]} has $free MB free and" \
            "${room_needed[$device]} MB are needed; free some and start again."
    done
}

# ---- LibTorch --------------------------------------------------------------------------------------

# cached_wheel NAME VERSION: the wheel in the cache, or nothing.
cached_wheel() {
    local -a found
    # shellcheck disable=SC2206 # the version may be a pattern
    found=("$cache/${1//-/_}"-$2-*.whl)
    [[ ! -f ${found[0]} ]] || printf '%s\n' "${found[0]}"
}

has_hash() { [[ $(sha256sum <"$1") == "$2 "* ]]; }

# fetch_wheel NAME VERSION HASH: into the cache. One wheel a call: with several, a failing one loses the others.
fetch_wheel() {
    local -r temporary=$cache/tmp
    rm -rf -- "$temporary"
    mkdir -p -- "$temporary/wheel"
    printf '%s==%s --hash=sha256:%s\n' "$1" "$2" "$3" >"$temporary/lock"
    local -a tags=(--python-version 3.11 --implementation cp --abi cp311 --abi abi3 --abi none)
    local glibc
    for glibc in _2_28 _2_27 _2_25 _2_18 _2_17 2014; do tags+=(--platform "manylinux${glibc}_x86_64"); done
    TMPDIR=$temporary "$python" -m pip download --no-deps --require-hashes --only-binary=:all: "${tags[@]}" \
        --no-cache-dir --disable-pip-version-check --no-input --dest "$temporary/wheel" -r "$temporary/lock" >&2 \
        && mv -- "$temporary/wheel/"*.whl "$cache/" && rm -rf -- "$temporary"
}

# checked_wheel NAME VERSION HASH: the wheel's file, fetched if it is not in the cache, its hash looked at each time.
checked_wheel() {
    local wheel attempt
    for attempt in 1 2 3; do
        wheel=$(cached_wheel "$1" "$2")
        if [[ -n $wheel ]]; then
            if has_hash "$wheel" "$3"; then
                printf '%s\n' "$wheel"
                return
            fi
            say "$1 $2 in the cache is damaged; it is fetched again."
            rm -f -- "$wheel"
        fi
        timed "Fetching $1 $2" fetch_wheel "$@" || say "$1 $2 did not arrive (attempt $attempt of 3)."
    done
    die "$1 $2 could not be fetched, see the lines above; check the network and start again."
}

# unpack_lock LOCK FOLDER
unpack_lock() {
    local line wheel
    local -r form='^([a-z0-9-]+)==([0-9.]+) --hash=sha256:([0-9a-f]{64}) # (.+)$'
    while IFS= read -r line <&3; do
        [[ $line =~ $form ]] || continue
        local name=${BASH_REMATCH[1]} version=${BASH_REMATCH[2]} hash=${BASH_REMATCH[3]}
        local -a parts
        read -ra parts <<<"${BASH_REMATCH[4]}"
        wheel=$(checked_wheel "$name" "$version" "$hash") || exit 1
        "$python" "$root/packaging/unpack_wheel.py" "$wheel" "$2" "${parts[@]}" \
            || die "$name could not be unpacked; see the line above, and start again."
    done 3<"$1"
}

# A lock that lies in build/libtorch says that its wheels are unpacked there.
has_lock() { cmp -s -- "$root/packaging/$1" "$libtorch/$1"; }

# A link is a developer's own LibTorch: it stays.
wants_libtorch() { [[ ! -L $libtorch ]] && ! has_lock libtorch.lock; }
wants_gpu() { [[ ! -L $libtorch && -e $root/build/gpu ]] && ! has_lock libtorch-gpu.lock; }

unpack_libtorch() {
    rm -rf -- "$libtorch.new"
    mkdir -p -- "$libtorch.new"
    unpack_lock "$root/packaging/libtorch.lock" "$libtorch.new"
    cp -- "$root/packaging/libtorch.lock" "$libtorch.new/"
    rm -rf -- "$libtorch"
    mv -- "$libtorch.new" "$libtorch"
}

unpack_gpu() {
    rm -f -- "$libtorch/libtorch-gpu.lock"
    unpack_lock "$root/packaging/libtorch-gpu.lock" "$libtorch"
    cp -- "$root/packaging/libtorch-gpu.lock" "$libtorch/"
}

# get_libtorch: two clones that start at once share the cache, so one waits.
get_libtorch() {
    mkdir -p -- "$cache" || die "The folder for downloads, $cache, cannot be made; set XDG_CACHE_HOME to one that can."
    (
        flock -n 8 || {
            say "Another clone is fetching into $cache; waiting for it."
            flock 8
        }
        ! wants_libtorch || timed "LibTorch" unpack_libtorch
        ! wants_gpu || timed "LibTorch's CUDA part" unpack_gpu
    ) 8>"$cache/lock"
}

# ---- Build -----------------------------------------------------------------------------------------

cached() { sed -n "s/^$1:[A-Z]*=//p" "$build/CMakeCache.txt" 2>/dev/null; }

configure() {
    local -a options=(-DLIMN_DIFFUSION=ON -DLIMN_TESTS=ON "-DLIMN_LIBTORCH=$libtorch")
    # A clone that was moved keeps its objects' folder but not the paths in CMake's memory.
    [[ ! -e $build/CMakeCache.txt || $(cached CMAKE_HOME_DIRECTORY) == "$root" ]] || options+=(--fresh)
    ! command -v ccache >/dev/null || options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    cmake --preset release -S "$root" "${options[@]}" >&2 \
        || die "CMake could not configure the build; see the lines above, or remove $build and start again."
}

# A compiler that includes LibTorch takes 2 GB.
job_count() {
    local -r cores=$(nproc)
    local -r memory=$(sed -n 's/^MemAvailable: *\([0-9]*\).*/\1/p' /proc/meminfo 2>/dev/null)
    local fitting=$((${memory:-2000000} / 2000000))
    ((fitting >= 1)) || fitting=1
    echo $((fitting < cores ? fitting : cores))
}

compile() {
    ninja -C "$build" -j "$(job_count)" "$1" >&2 \
        || die "The build failed; the compiler's lines above say where. The same command goes on from there."
}

# build_target TARGET: configures where needed and builds; quiet when there is nothing to do.
build_target() {
    if [[ ! -e $build/build.ninja || $(cached CMAKE_HOME_DIRECTORY) != "$root" || $(cached LIMN_DIFFUSION) != ON
        || $(cached LIMN_TESTS) != ON || $(cached LIMN_LIBTORCH) != "$libtorch" ]]; then
        timed "Configuring" configure
    fi
    [[ $(ninja -C "$build" -n "$1" 2>/dev/null) == *'no work to do'* ]] || timed "Building into $build" compile "$1"
}

# ---- All of it -------------------------------------------------------------------------------------

# set_up TARGET PACKAGE_LIST...: everything that is missing, and nothing else.
set_up() {
    local -r target=$1
    shift
    [[ $(uname -m) == x86_64 ]] || die "Limn runs on x86-64 processors; this is $(uname -m)."
    command -v dpkg-query >/dev/null || die "This set-up is for Debian 12 (dpkg and apt); elsewhere install what" \
        "packaging/packages.txt lists and build by 'cmake --preset release'."
    mkdir -p -- "$root/build" || die "$root cannot be written to; clone Limn into a folder of your own."
    exec 9>"$root/build/lock"
    flock -n 9 || {
        say "Another ./run or ./test is at work in this folder; waiting for it."
        flock 9
    }
    local -a missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]} == 0)) || need_room / 1200
    if wants_libtorch; then
        [[ -n $(cached_wheel torch '*') ]] || need_room "$cache" 600
        need_room "$root/build" 600
    fi
    if wants_gpu; then
        [[ -n $(cached_wheel nvidia-cublas '*') ]] || need_room "$cache" 2500
        need_room "$root/build" 3500
    fi
    [[ -e $build/bin/limn ]] || need_room "$root/build" 1600
    check_room
    ((${#missing[@]} == 0)) || timed "Installing what is missing of Debian's packages (${#missing[@]})" install_packages "${missing[@]}"
    if wants_libtorch || wants_gpu; then get_libtorch; fi
    build_target "$target"
    exec 9>&-
}
