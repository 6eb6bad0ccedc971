"""Qt's system libraries: which are missing, and installed with apt where we may.

Runs on the bare python3 of the machine, before anything is installed. `--tests` asks for what the tests need besides.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# Debian package by the library that shows whether it is there; found one by one on a minimal Debian 12.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",  # without it QtMultimedia imports and has no backend
}
PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth"}  # for the tests in a real window


def missing(*, for_tests: bool) -> list[str]:
    """The Debian packages that are not there."""
    packages = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if for_tests:
        packages += [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    return packages


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: list[str]) -> None:
    """Install with apt-get, quietly; what it says of a failure is shown."""
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", *arguments], env=settings, capture_output=True, text=True, check=False)
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-2000:], sep="\n", file=sys.stderr)


def main() -> int:
    for_tests = "--tests" in sys.argv[1:]
    packages = missing(for_tests=for_tests)
    if packages and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing with apt-get:", " ".join(packages), file=sys.stderr)
        install(packages)
        packages = missing(for_tests=for_tests)
    if not packages:
        return 0
    print("These system libraries are missing. On Debian or Ubuntu type:", file=sys.stderr)
    print(f"  sudo apt-get install -y --no-install-recommends {' '.join(packages)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
