#!/usr/bin/env bash
# tools/dist.sh FOLDER: from build/vafa a tarball, which brings every library but the C library, and
# a .deb, which brings DuckDB and asks Debian 12 for the rest. Run as ./dev dist.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=${1:?a folder to write to}
version=$(sed -n 's/^project(vafa VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
arch=$(uname -m)
name=vafa-$version-linux-$arch
# The C library and its loader belong to the system the tarball runs on.
system_libraries="^(linux-vdso|ld-linux.*|libc|libm|libdl|libpthread|librt|libresolv|libutil)\\.so"

libraries_of() { ldd "$1" | awk '$2 == "=>" && $3 ~ "^/" {print $3}'; }

put_binary() { # BINARY-FOLDER LIBRARY-FOLDER RPATH
    mkdir -p "$1" "$2"
    cp -L build/vafa "$1/vafa"
    strip --strip-debug "$1/vafa"
    cp -L "$(libraries_of build/vafa | grep '/libduckdb\.so')" "$2/libduckdb.so"
    # RPATH, not RUNPATH: it also holds for what the libraries themselves need.
    patchelf --force-rpath --set-rpath "$3" "$1/vafa"
}

tarball() {
    local root=$out/$name library
    put_binary "$root" "$root/lib" "\$ORIGIN/lib"
    for library in $(libraries_of build/vafa); do
        [[ $(basename "$library") =~ $system_libraries ]] || cp -Ln "$library" "$root/lib/"
    done
    cp README.md LICENSE CHANGELOG.md "$root/"
    starts_alone "$root"
    tar -C "$out" --owner=0 --group=0 --sort=name -czf "$out/$name.tar.gz" "$name"
}

# In a root that holds nothing but the tarball and the C library.
starts_alone() {
    local jail library
    jail=$(mktemp -d)
    for library in $(libraries_of build/vafa) /lib64/ld-linux-x86-64.so.2; do
        if [[ $(basename "$library") =~ $system_libraries ]]; then
            mkdir -p "$jail/$(dirname "$library")"
            cp -L "$library" "$jail/$library"
        fi
    done
    cp -r "$1" "$jail/vafa"
    mkdir -p "$jail/tmp" "$jail/proc/self"
    ln -s /vafa/vafa "$jail/proc/self/exe"  # where the loader looks $ORIGIN up
    local enter=(chroot "$jail")
    ((EUID == 0)) || enter=(unshare --map-root-user chroot "$jail")
    "${enter[@]}" /vafa/vafa --version
    "${enter[@]}" /vafa/vafa demo --data /tmp/store --customers 50 >/dev/null
    "${enter[@]}" /vafa/vafa report summary --data /tmp/store --format json >/dev/null
    rm -r "$jail"
}

debian_package() {
    local root=$out/deb debian_arch depends
    debian_arch=$(dpkg --print-architecture)
    put_binary "$root/usr/bin" "$root/usr/lib/vafa" /usr/lib/vafa
    mkdir -p "$root/usr/share/doc/vafa" "$root/DEBIAN" "$out/shlibdeps/debian"
    cp LICENSE "$root/usr/share/doc/vafa/copyright"
    gzip -9n <CHANGELOG.md >"$root/usr/share/doc/vafa/changelog.gz"
    printf 'Source: vafa\n\nPackage: vafa\nArchitecture: any\n' >"$out/shlibdeps/debian/control"
    depends=$(cd "$out/shlibdeps" && dpkg-shlibdeps -O -l../deb/usr/lib/vafa \
        --ignore-missing-info ../deb/usr/bin/vafa | sed -n 's/^shlibs:Depends=//p')
    cat >"$root/DEBIAN/control" <<CONTROL
Package: vafa
Version: $version
Architecture: $debian_arch
Maintainer: Vafa maintainers <maintainers@vafa.invalid>
Depends: $depends
Section: database
Priority: optional
Description: customer retention numbers from an online store's orders
 Imports order exports, keeps them in one folder, and answers who comes back, when, and what they
 are worth.
CONTROL
    dpkg-deb --root-owner-group --build "$root" "$out/vafa_${version}_$debian_arch.deb"
}

[[ $(build/vafa --version) == "$version" ]] ||
    { echo "dist: the program and CMakeLists.txt disagree about the version" >&2; exit 1; }
rm -rf "$out"
mkdir -p "$out"
tarball
debian_package
rm -r "${out:?}/$name" "$out/deb" "$out/shlibdeps"
ls -lh "$out"
