"""Which files are recordings: told by the first bytes, as every player does, never by the name."""

import re
from typing import Final

_SIGNS: Final = tuple(
    re.compile(sign, re.DOTALL)
    for sign in (
        rb"OggS\x00",  # Ogg: Opus, Vorbis, Speex, Theora
        rb"RI(?:FF|FX)....(?:WAVE|AVI |RMP3)|(?:RF64|BW64)....WAVE|riff\x2e\x91\xcf\x11",
        rb"FORM....AIF[FC]|caff\x00|\.snd\x00",  # AIFF, Apple's CAF, Sun's AU
        rb"fLaC\x00|wvpk....|MAC [\x80-\xff]\x0f|MPCKSH|MP\+[\x07\x17]|TTA1\x01|DSD \x1c\x00",
        rb"ID3[\x02-\x04]",  # the tags before an MP3 or AAC
        rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd][\x00-\xef]",  # MPEG audio, layers II and III; I is UTF-16's mark
        rb"\xff[\xf0\xf1\xf8\xf9]|\x0b\x77",  # AAC frames, Dolby Digital
        rb"\x00\x00..ftyp(?!hei|hev|mif1|msf1|avi)",  # MP4, M4A, MOV, 3GP; HEIC and AVIF pictures are made so too
        rb"\x00...(?:moov|wide|free|skip|pnot)|[\x00-\x1f]...mdat",  # QuickTime from before that
        rb"\x1a\x45\xdf\xa3",  # Matroska, WebM
        rb"#!AMR|FLV\x01|\.RMF\x00|\x00\x00\x01[\xba\xb3]",  # AMR, Flash, RealMedia, MPEG program stream and video
        rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11",  # ASF: WMA, WMV
    )
)
KNOWN_KINDS: Final = "Ogg, Opus, MP3, M4A, AAC, FLAC, WAV, AIFF, WMA, MP4, MOV, MKV or WebM"


def is_recording(head: bytes) -> bool:
    """Whether a file that begins so is audio or video of a kind that we know."""
    return any(sign.match(head) for sign in _SIGNS)
