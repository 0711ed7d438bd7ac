"""The train articles with words exchanged for others like them, for the teacher to label anew.  python exchanged.py
OUT.jsonl

Environment as in teacher.py. About a word in seven becomes one of the eight words nearest to it in the teacher's word
embeddings that the articles have too: a name the same one throughout its article. Lines as label.py takes them.
"""

import json
import os
import random
import re
import sys
from collections import Counter
from pathlib import Path

import corpus
import numpy as np
from numpy.typing import NDArray
from transformers import MPNetModel

WORD = re.compile(r"[A-Za-z]+")
NEIGHBOURS, LEAST_LIKE = 8, 0.25
NAME_SHARE, WORD_SHARE = 0.5, 0.25
KEPT = frozenset(
    "the and that was for with they she her his their its this not are were has have had from but who which you "
    "would will can "
    "could about than when there more what all been did does out into also only some any one two".split()
)
Table = dict[str, list[str]]


def neighbours(words: list[str], vocabulary: dict[str, int], vectors: NDArray[np.float32]) -> Table:
    known = [word for word in words if word in vocabulary]
    own = vectors[[vocabulary[word] for word in known]]
    own /= np.linalg.norm(own, axis=1, keepdims=True)
    table = {}
    for word, vector in zip(known, own, strict=True):
        like = own @ vector
        nearest = np.argpartition(-like, NEIGHBOURS + 1)[: NEIGHBOURS + 1]
        table[word] = [known[place] for place in nearest if known[place] != word and like[place] > LEAST_LIKE]
    return table


def exchanged(text: str, words: Table, names: Table, rng: random.Random) -> str:
    chosen: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        word, key = match.group(), match.group().lower()
        if word[0].isupper() and names.get(key):
            if key not in chosen:
                chosen[key] = rng.choice(names[key]) if rng.random() < NAME_SHARE else key
            return word if chosen[key] == key else chosen[key].upper() if word.isupper() else chosen[key].capitalize()
        if words.get(key) and rng.random() < WORD_SHARE:
            new = rng.choice(words[key])
            return new.capitalize() if word[0].isupper() else new
        return word

    return WORD.sub(other, text)


def main() -> None:
    docs = [doc for doc in corpus.load("train") if not corpus.held_out(doc["doc"])]
    found = [word for doc in docs for word in WORD.findall(doc["text"]) if len(word) > 2]
    small = Counter(word.lower() for word in found if word[0].islower())
    great = Counter(word.lower() for word in found if word[0].isupper())
    folder = os.environ["MPNET"]
    vocabulary = json.loads(Path(folder, "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    vectors = MPNetModel.from_pretrained(folder, add_pooling_layer=False).embeddings.word_embeddings.weight.detach()
    plain = [word for word, count in small.items() if count >= 5 and word not in KEPT and count > great[word]]
    words = neighbours(plain, vocabulary, vectors.numpy())
    names = neighbours(
        [word for word, count in great.items() if count >= 4 and count > 2 * small[word]], vocabulary, vectors.numpy()
    )
    rng = random.Random(1)
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for doc in docs:
            text = exchanged(doc["text"], words, names, rng)
            print(json.dumps({"doc": f"exchanged-{doc['doc']}", "text": text}), file=out)


if __name__ == "__main__":
    main()
