"""A bundle looked over: whole, to its schemas, and how it differs from another."""

from dataclasses import dataclass
from pathlib import Path

from reviewer.publish.verify import differences, verify


@dataclass(frozen=True, slots=True)
class Verified:
    problems: list[str]
    differences: list[str]


def verified(bundle: Path, against: Path | None = None) -> Verified:
    """What is wrong with a bundle, and what another holds otherwise."""
    return Verified(verify(bundle), differences(bundle, against) if against else [])
