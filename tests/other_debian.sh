#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds and tests this checkout on another Debian: tests/other_debian.sh SUITE [CTEST ARGUMENT…]
#
# SUITE is bookworm or trixie. The first call makes that system with debootstrap in build/other/SUITE, or in the folder
# SUITE of $OPSMAP_OTHER; a later call uses it again and builds only what has changed. The checkout (what git tracks, and
# new files that it does not ignore) is copied into the system, which installs its packages and milsymbol, builds the
# release preset and runs its tests there, as ./run and ./test would. The mirror, and what apt and npm need to reach it
# (proxy, passwords, certificates), are this machine's own. Needs root, debootstrap and the network.
#
# The file systems are mounted in a mount namespace of this script's own and every process runs in a process namespace
# of its own: the kernel unmounts and ends them with the script, however it ends. To remove a system, delete its folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

fail() {
  echo "other_debian.sh: $*" >&2
  exit 2
}

# The suite that this machine's apt names, and the first mirror from which it takes it.
own_suite() { . /etc/os-release && echo "$VERSION_CODENAME"; }
own_mirror() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Identifier: Packages' |
    awk -v suite="$(own_suite)" '$2 == suite && !found { print $1; found = 1 }'
}

make_system() {
  local mirror proxy
  command -v debootstrap >/dev/null || fail "debootstrap is missing. Install it with apt-get install debootstrap."
  mirror=$(own_mirror)
  [ -n "$mirror" ] || fail "apt on this machine names no mirror of $(own_suite)."
  proxy=$(apt-config shell found Acquire::http::Proxy)  # debootstrap asks no apt for it
  [ -n "$proxy" ] && eval "$proxy" && export http_proxy=${http_proxy:-$found}
  echo "other_debian.sh: making $suite in $system" >&2
  rm -rf "$system"
  mkdir -p "$system"
  debootstrap --variant=minbase --include=ca-certificates "$suite" "$system" "$mirror" >&2
  printf 'force-unsafe-io\n' > "$system/etc/dpkg/dpkg.cfg.d/fast"
  printf '#!/bin/sh\nexit 101\n' > "$system/usr/sbin/policy-rc.d"  # no package starts a service
  chmod +x "$system/usr/sbin/policy-rc.d"
  touch "$system/made"
}

# Done at each call: a proxy or a password may have changed.
copy_settings() {
  local own file
  own=$(own_suite)
  rm -f "$system/etc/apt/sources.list"
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources}; do  # other sources than Debian's stay away
    ! grep -qsE "(^|[[:space:]])$own([[:space:]]|\$)" "$file" || sed -E "s/\b$own\b/$suite/g" "$file" > "$system$file"
  done
  for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
    ! grep -qsi acquire "$file" || cp "$file" "$system$file"
  done
  for file in /etc/apt/{auth.conf,auth.conf.d,keyrings,trusted.gpg.d}; do
    [ ! -e "$file" ] || cp -a "$file" "$system/etc/apt/"
  done
  for file in /etc/resolv.conf /etc/hosts /etc/npmrc /root/.npmrc; do
    [ ! -e "$file" ] || cp -L "$file" "$system$file"
  done
  cp -a /usr/local/share/ca-certificates "$system/usr/local/share/"
  chroot "$system" update-ca-certificates >/dev/null
}

# Times are kept, so that ninja builds only what has changed; files that are gone from the checkout go here too.
copy_checkout() {
  local old=$system/opsmap.files
  mkdir -p "$system/opsmap/build"
  touch "$old"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 -r ls -d 2>/dev/null || true) | sort > "$old.new"
  comm -23 "$old" "$old.new" | (cd "$system/opsmap" && xargs -r -d '\n' rm -f)
  tar -C "$root" -c -T "$old.new" | tar -C "$system/opsmap" -x --no-same-owner
  mv "$old.new" "$old"
  [ ! -d "$root/build/milsymbol" ] || cp -a "$root/build/milsymbol" "$system/opsmap/build/"  # saves asking npm again
}

mount_file_systems() {
  mount --make-rprivate /
  mount -t proc proc "$system/proc"
  mount -t sysfs -o ro sysfs "$system/sys"
  mount -t tmpfs -o mode=755 tmpfs "$system/dev"
  mkdir "$system/dev/shm" "$system/dev/pts"
  mount -t tmpfs -o mode=1777 tmpfs "$system/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$system/dev/pts"
  local name
  for name in null zero full random urandom tty; do cp -a "/dev/$name" "$system/dev/"; done
  ln -s pts/ptmx "$system/dev/ptmx"
  ln -s /proc/self/fd "$system/dev/fd"
  ln -s fd/0 "$system/dev/stdin"
  ln -s fd/1 "$system/dev/stdout"
  ln -s fd/2 "$system/dev/stderr"
  mount -t tmpfs -o mode=1777 tmpfs "$system/tmp"
}

# What the network needs of this environment, and nothing else: no display, no ccache, no settings of the user.
run_inside() {
  local kept=() name
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY NODE_EXTRA_CA_CERTS; do
    [ -z "${!name:-}" ] || kept+=("$name=${!name}")
  done
  exec chroot "$system" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    ${kept[@]+"${kept[@]}"} /bin/bash -c '
      . /opsmap/cmake/prepare.sh
      . /etc/os-release
      install_missing_packages
      fetch_milsymbol
      build_preset release
      cd "$root/build"
      echo "$PRETTY_NAME: the tests of the release build" >&2
      exec ctest --output-on-failure --no-tests=error -j 2 "$@"' other_debian "$@"
}

[ $# -gt 0 ] || fail "which Debian? Usage: tests/other_debian.sh bookworm|trixie [CTEST ARGUMENT…]"
suite=$1
case $suite in bookworm | trixie) ;; *) fail "\"$suite\" is none of bookworm, trixie." ;; esac
[ "$(id -u)" -eq 0 ] || fail "only root may make a system and enter it."
system=${OPSMAP_OTHER:-$root/build/other}/$suite
if [ -z "${OPSMAP_OTHER_INSIDE:-}" ]; then
  [ -e "$system/made" ] || make_system
  copy_settings
  copy_checkout
  OPSMAP_OTHER_INSIDE=1 exec unshare --mount --pid --fork --kill-child "${BASH_SOURCE[0]}" "$@"
fi
shift
mount_file_systems
run_inside "$@"
