"""A coverage-guided fuzzer of one reader (README.md beside this file); no part of the test suite.

    python -m tests.fuzz.coverage_guided FORMAT [libFuzzer's options] CORPUS_FOLDER tests/data/fuzz/seeds/FORMAT

FORMAT is a caption format, `any` (found from the content) or `archive` (the files in a gzip or ZIP archive).
"""

import sys
from collections.abc import Callable

try:
    import atheris  # type: ignore[import-untyped, import-not-found, unused-ignore]
except ImportError:
    sys.exit("atheris is not installed here: pip install atheris into an environment of its own.")

with atheris.instrument_imports(include=["reviewer.captions", "reviewer.core", "zipfile"]):
    from tests.fuzz.laws import check, check_archive

    from reviewer.captions import FORMATS


def target(name: str) -> Callable[[bytes], None]:
    """What is called with each input."""
    if name == "archive":
        return check_archive
    if name != "any" and name not in FORMATS:
        sys.exit(f"“{name}” is none of: any, archive, {', '.join(FORMATS)}")
    format_ = None if name == "any" else name
    return lambda data: (check(data, format_), None)[1]


def main() -> None:
    name = sys.argv.pop(1)
    atheris.Setup(sys.argv, target(name))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
