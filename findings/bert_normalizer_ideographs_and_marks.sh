#!/usr/bin/env bash
# tokenizers 0.23.3, BertNormalizer(handle_chinese_chars=True, strip_accents=True).
# Expected: each CJK ideograph of the ranges that BERT's own code names is set apart by spaces, and each combining mark
# (Unicode category Mn) is taken away.
# Seen: the 256 ideographs U+2B820 to U+2B91F are not set apart (the range begins at U+2B920), and some hundred combining
# marks are kept, those that are marks in newer versions of Unicode only (U+1DF6 since 2017).
# For a user: names with such an ideograph become one word with their neighbours, and words with such a mark stay
# another word than without it: both are unknown to the vocabulary, where the Python code of BERT knows them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check tokenizers==0.23.3
"$folder/venv/bin/python" - <<'PYTHON'
import sys
import unicodedata
from importlib.metadata import version

from tokenizers.normalizers import BertNormalizer

print("tokenizers", version("tokenizers"), "Unicode of this Python", unicodedata.unidata_version)
RANGES = (
    *((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F)),
    *((0x2B740, 0x2B81F), (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)),
)
apart = BertNormalizer(lowercase=False, handle_chinese_chars=True)
bare = BertNormalizer(lowercase=False, strip_accents=True, handle_chinese_chars=False)

together = [
    code for first, last in RANGES for code in range(first, last + 1) if " " not in apart.normalize_str(chr(code))
]
marks = [code for code in range(0x300, 0x20000) if unicodedata.category(chr(code)) == "Mn"]
kept = [code for code in marks if chr(code) in bare.normalize_str("a" + chr(code))]
print("ideographs not set apart: expected 0, seen", len(together), f"U+{together[0]:X} to U+{together[-1]:X}")
print(f"combining marks kept: expected 0, seen {len(kept)} of {len(marks)}, the first:", [f"U+{c:X}" for c in kept[:8]])
same = together == list(range(0x2B820, 0x2B920)) and {0x1ABF, 0x1DF6} <= set(kept) and len(kept) > 300
sys.exit(0 if same else "changed: ideographs or marks are normalized in another way now")
PYTHON
