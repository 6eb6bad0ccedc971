"""Which code page a text is in that doesn't say: charset-normalizer's guess, weighed with the letters it gives.

On the few telling bytes of a caption file charset-normalizer takes Turkish for Icelandic and Hebrew for Russian. So
each encoding is asked how likely the letters are that it makes of the bytes, in the language that fits them best; the
detector's own guess is one more ground. The weights are natural logarithms of rough frequencies; a test reads sentences
in twenty languages with them.
"""

import math
import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final, NamedTuple

_CJK_COMMON = -7.0  # one of some three thousand
_CJK_RARE = -13.0
_KANA = -3.6
_HALF_WIDTH = -9.0
_UPPER = -2.5  # a capital beside its small letter
_TYPOGRAPHIC, _OTHER_LETTER, _OTHER_SIGN, _NO_SIGN = -5.0, -9.0, -10.0, -14.0
_SIGN_IN_WORD = -6.0  # "sch”n"
_SIGN_AT_WORD = -3.0  # "pas¢"
_CAPITAL_IN_WORD = -4.0  # "cafŽ"
_TWO_SCRIPTS = -5.0  # "cafй"
_OF_DETECTOR = 1.0  # it decides where the letters say little
_SAMPLE = 16_000  # bytes of the lines that are not ASCII: enough for a guess, and quick
_SCORED = 4_000


class Page(NamedTuple):
    """An encoding that may be found, and how much likelier (or not) it is than Windows-1252 before any look."""

    codec: str
    prior: float = -1.5


# Subsets of a page (ISO 8859-1, GBK, TIS-620) are read as the page. In the order that ties are broken in.
PAGES: Final = (
    Page("cp1252", 0), Page("cp1251"), Page("cp1250"), Page("cp1253"), Page("cp1254"), Page("cp1255"), Page("cp1256"),
    Page("cp1257", -2.5), Page("koi8_r"), Page("shift_jis"), Page("cp932", -1.5), Page("euc_jp"), Page("gb18030"),
    Page("big5"), Page("cp950", -1.5), Page("euc_kr"), Page("cp949", -1.5), Page("cp874"), Page("koi8_u", -1.5),
    Page("iso8859_2", -2), Page("iso8859_5", -3), Page("iso8859_6", -2), Page("iso8859_7", -2), Page("iso8859_13", -3),
    Page("iso8859_15", -2), Page("mac_roman", -3), Page("mac_cyrillic", -4), Page("cp850", -3), Page("cp866", -3),
    Page("cp852", -5),
)  # fmt: skip
# The standard and the lead bytes under which the common signs stand.
_JAPANESE = ("euc_jp", range(0xB0, 0xD0))
_CHINESE = ("gb2312", range(0xB0, 0xD8))
_TAIWANESE = ("big5", range(0xA4, 0xC7))
_KOREAN = ("euc_kr", range(0xB0, 0xC9))
_LEVEL_1 = {
    "shift_jis": _JAPANESE, "cp932": _JAPANESE, "euc_jp": _JAPANESE, "gb18030": _CHINESE, "big5": _TAIWANESE,
    "cp950": _TAIWANESE, "euc_kr": _KOREAN, "cp949": _KOREAN,
}  # fmt: skip

# The signs of a language that are not ASCII, the commonest first; of English its typography.
_LETTERS: Final = (
    "’“”–…‘—é€£ïèñüöçä",
    "éàèêçôùîâûœëï", "üäöß", "óáíéñú¿¡ü", "ãçáéíóêõâúàô", "èàùòéì", "äåöé", "åøæé", "áíðéöúóþýæ", "éëïè",
    "łęąóżśćńź", "íáéěřžýčšůúňťďó", "áíéýčšžúľťôďňäó", "áéöóőíüúű", "ăîâșțşţ", "čšžćđ", "ışğüçöâî", "ėšžįųčąęū",
    "āīēšūņļžčķģ", "äõüöšž",
    "ατοιεσνηρπκμλςυδγάίωόέθχφβύήξζώψϊ",
    "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанитісвреклудмпязьбгйчхжюїєцшщфґ", "аиоенрстувкдмлјпзгбчшћњцжљфхџђ",
    "יוהלארתבמשנעםדקחפכטגזסןץךףצ", "اليمنتورهبدعفسقكحةجشطصخأإذضزثىءغظؤئآ،؟", "اینردمهوتبشزسکگلخفقپعجحآچ،؟",
    "านรอเก่งมยลวดท้ีสตัะปบคิหแจพชขใไ็ผซถณศูึโธภุำษฐญฟฉ์ๆฎฝฮฆฏฒ",
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年",
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年",
    "이다는에을의가고하지은를로한사기도서어나시인자해대그것니라리수일있들만게아전과으",
)  # fmt: skip
_TYPOGRAPHY = frozenset("’‘“”„–—…«»‹›·•€£°§©®™½¼¾¹²³ºª¿¡♪\u00a0、。，．！？：；「」『』（）《》・ー〜～")
_JOINING = frozenset("’ʼ-‐‑–—·\u00ad")  # what may stand between the letters of a word
_NOT_AFTER_WORD = {"Sc", "Sm", "So", "Sk", "Cf", "Ps", "Pi", "No", "Cc", "Cn"}
_NOT_BEFORE_WORD = {"Sc", "Sm", "So", "Sk", "Cf", "Pf", "No", "Cc", "Cn"}
_WIDE = 0.95  # of the signs: of those that bytes of another page make in UTF-16, about a third are common ones
_LEAST_WIDE = 6  # signs
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def guess(data: bytes) -> str:
    """The codec that most likely wrote these bytes; where nothing fits, the commonest."""
    wide = _wide(data)
    if wide:
        return wide
    sample = _telling_lines(data, _SAMPLE)
    detected = _detected(sample)
    scored = _telling_lines(sample, _SCORED)
    best, best_score = PAGES[0].codec, float("-inf")
    for codec, prior in PAGES:
        try:
            text = scored.decode(codec)
        except UnicodeDecodeError:
            continue
        score = _likeliness(text, codec) + prior + (_OF_DETECTOR if codec in detected else 0)
        if score > best_score:
            best, best_score = codec, score
    return best


def _wide(data: bytes) -> str:
    """UTF-16 of East Asia, which has hardly a NUL: nearly all its signs are the common few thousand; else nothing."""
    sample = data[: min(len(data) & ~1, _SCORED)]
    common = frozenset[str]().union(*(_common(codec) for codec in ("euc_jp", "gb18030", "big5", "euc_kr")))
    for codec in ("utf-16-le", "utf-16-be"):
        text = sample.decode(codec, "replace")
        fitting = sum(_is_east_asian(sign, common) for sign in text)
        if fitting >= max(_LEAST_WIDE, _WIDE * len(text)):
            return codec
    return ""


def _is_east_asian(sign: str, common: frozenset[str]) -> bool:
    return sign in common or sign in _TYPOGRAPHY or "\u3041" <= sign <= "\u30fe" or " " <= sign <= "~" or sign in "\r\n"


def _detected(sample: bytes) -> set[str]:
    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=[page.codec for page in PAGES]).best()
    return set(match.could_be_from_charset) if match else set()


def _telling_lines(data: bytes, limit: int) -> bytes:
    """The first lines that are not ASCII, cut where no character can be cut in two."""
    first = _NOT_ASCII.search(data)
    begin = max(0, first.start() - 200) if first else 0
    lines = data[begin : begin + 64 * limit].splitlines()
    sample = b"\n".join(line for line in lines if not line.isascii())
    if len(sample) <= limit:
        return sample
    end = max(sample.rfind(b"\n", 0, limit), sample.rfind(b" ", 0, limit))
    return sample[: end if end > 0 else limit]


def _likeliness(text: str, codec: str) -> float:
    """The likeliness of the letters in the language they fit best, and of how they stand together."""
    counts = Counter(sign for sign in text if sign > "\x7f")
    common = _common(codec) if codec in _LEVEL_1 else frozenset()
    other = sum(count * _class_weight(sign, common) for sign, count in counts.items())
    best = max(
        sum(count * (own - _class_weight(sign, common)) for sign, count in counts.items() if (own := letters.get(sign)))
        for letters in _languages()
    )
    return other + max(best, 0) + _together(text)


def _together(text: str) -> float:
    """What speaks against a reading in how its signs stand beside each other."""
    padded = f" {text} "
    return sum(
        _beside(sign, padded[at], padded[at + 2])
        for at, sign in enumerate(text)
        if sign > "\x7f" and sign not in _JOINING
    )


def _beside(sign: str, before: str, after: str) -> float:
    if sign.isalpha():
        capital = _CAPITAL_IN_WORD if sign.isupper() and before.islower() else 0.0
        capital += _CAPITAL_IN_WORD if sign.islower() and "A" <= after <= "Z" else 0.0
        is_mixed = "\u0370" <= sign <= "\u0fff" and any(c.isascii() and c.isalpha() for c in (before, after))
        return capital + (_TWO_SCRIPTS if is_mixed else 0.0)
    category = unicodedata.category(sign)
    if category[0] == "M":
        return 0.0
    if before.isalpha() and after.isalpha():
        return _SIGN_IN_WORD
    if sign == "•" and after.isalpha():
        return _SIGN_AT_WORD
    if before.isalpha() and (category in _NOT_AFTER_WORD or sign in "¿¡"):
        return _SIGN_AT_WORD
    return _SIGN_AT_WORD if after.isalpha() and category in _NOT_BEFORE_WORD else 0.0


def _class_weight(sign: str, common: frozenset[str]) -> float:
    if sign in _TYPOGRAPHY:
        return _TYPOGRAPHIC
    if "\u3041" <= sign <= "\u30fe":
        return _KANA if "の" in common else _CJK_RARE
    if sign >= "\u2e80":
        return _HALF_WIDTH if "\uff61" <= sign <= "\uff9f" else _CJK_COMMON if sign in common else _CJK_RARE
    if sign.isalpha():
        return _OTHER_LETTER
    return _NO_SIGN if unicodedata.category(sign) in {"Cc", "Cn", "Co", "Cs"} else _OTHER_SIGN


@cache
def _languages() -> tuple[dict[str, float], ...]:
    """Of each language how likely each of its letters is, a capital more seldom."""
    return tuple(_weights(letters) for letters in _LETTERS)


def _weights(letters: str) -> dict[str, float]:
    # The commonest of thousands of signs, a whole alphabet, or the few letters beside a to z, whose shares fall faster.
    share, steepness = (0.35, 1.0) if letters[0] >= "\u2e80" else (0.95, 1.0 if len(letters) > 20 else 1.5)
    falling = [(rank + 3) ** -steepness for rank in range(len(letters))]
    weights = {letter: math.log(share * own / sum(falling)) for letter, own in zip(letters, falling, strict=True)}
    return {letter.upper(): weight + _UPPER for letter, weight in weights.items() if len(letter.upper()) == 1} | weights


@cache
def _common(codec: str) -> frozenset[str]:
    """The few thousand signs that a standard of East Asia puts first, because they are the common ones."""
    standard, leads = _LEVEL_1[codec]
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    signs = frozenset(pair.decode(standard, "ignore")[:1] for pair in pairs) - {""}
    return signs | {"の"} if standard == "euc_jp" else signs
