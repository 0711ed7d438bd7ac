"""Makes vocabulary.json, in which the package reads a text as the encoder was trained to: `python vocabulary.py
OUTPUT`.

From the tokenizer of the encoder in `MINILM` it keeps the word pieces in the order of their numbers, and which
characters it leaves out, takes for marks on the letter before, or for punctuation. These are of the Unicode of the
library `tokenizers` (0.23.3), an older one than any Python's, and each is asked of the library: the sets stay what the
weights were trained with, whatever Python reads the text. Private use and ideographs, thousands of characters in a row,
are named in the package.
"""

import json
import os
import sys
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

CHARACTERS = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def main() -> None:
    tokenizer = Tokenizer.from_file(os.environ["MINILM"] + "/tokenizer.json")
    numbers = tokenizer.get_vocab(with_added_tokens=False)
    gone = [c for c in CHARACTERS if tokenizer.normalizer.normalize_str(f"a{c}b") == "ab"]
    marks = [c for c in gone if unicodedata.category(c).startswith("M")]
    apart = [c for c in CHARACTERS if len(tokenizer.pre_tokenizer.pre_tokenize_str(f"a{c}b")) == 3]
    content = {
        "pieces": sorted(numbers, key=numbers.__getitem__),
        "left_out": "".join(c for c in gone if c not in marks and unicodedata.category(c) != "Co"),
        "marks": "".join(marks),
        "punctuation": "".join(apart),
    }
    Path(sys.argv[1]).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


if __name__ == "__main__":
    main()
