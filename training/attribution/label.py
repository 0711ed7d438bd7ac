"""What the teacher says of texts, for student.py.  python label.py OUT.npz TEACHER.pt [TEXTS.jsonl]

Of the train articles, or of TEXTS: for each the probabilities of the seven tags of each word, at its first piece
(float16 [pieces, 7], zero where no word begins), and under the name with " links" behind it, for each piece (int32 [2,
pieces]), the piece that begins its cue and the piece that begins its source (-1 for no source; IGNORE where it is
neither's business, or the teacher is not sure).
"""

import json
import sys

import corpus
import numpy as np
import torch
from model import IGNORE, NAMES, TAGS
from numpy.typing import NDArray
from teacher import Teacher

from onrecord.readings.model.tagger import vocabulary
from onrecord.readings.model.windows import Ints, Pieces, pack, pieces
from onrecord.readings.model.wordpieces import CLS, SEP

SIZE = 224
SURE = 0.5
Floats = NDArray[np.float32]


def numbers(model: Teacher, found: Pieces, window: Ints) -> Floats:
    real = window >= 0
    ids = np.where(real, found.ids[window], SEP)
    ids[0] = CLS
    feed = [torch.from_numpy(row)[None] for row in (ids, np.ones_like(ids), np.where(real, found.feature[window], 0))]
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
        out: Floats = model(*feed)[0].float().numpy()
    return out


def softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    result: Floats = raised / raised.sum(-1, keepdims=True)
    return result


def pointed(asking: Floats, keys: Floats, pieces_: Ints) -> Ints:
    """For each row of `asking` the piece whose key it points to, or IGNORE."""
    share = softmax(asking @ keys.T)
    return np.where(share.max(1) >= SURE, pieces_[share.argmax(1)], IGNORE)


def labels(model: Teacher, found: Pieces) -> tuple[NDArray[np.float16], NDArray[np.int32]]:
    soft = np.zeros((len(found.ids), len(TAGS)), np.float32)
    links = np.full((2, len(found.ids)), IGNORE, np.int32)
    for window in pack(found, SIZE):
        out = numbers(model, found, window)
        place = np.flatnonzero(window >= 0)
        place = place[found.first[window[place]]]
        soft[window[place]] = softmax(out[place, : len(TAGS)])
        best = out[place, : len(TAGS)].argmax(1)
        heads = np.split(out[:, len(TAGS) + len(NAMES) :], 4, axis=1)
        cues, owned, cue_words = (place[np.isin(best, own)] for own in ([3], [1, 2, 5, 6], [3, 4]))
        if len(cues) and len(owned):
            links[0, window[owned]] = pointed(heads[0][owned], heads[1][cues], window[cues])
        if len(cue_words):
            goals = np.append(0, place)  # [CLS], whose piece is -1, for no source
            links[1, window[cue_words]] = pointed(heads[2][cue_words], heads[3][goals], window[goals])
    return soft.astype(np.float16), links


def main() -> None:
    out, checkpoint, *texts = sys.argv[1:]
    torch.set_num_threads(1)
    model = Teacher()
    model.load_state_dict(torch.load(checkpoint), strict=False)
    model.eval()
    if texts:
        with open(texts[0], encoding="utf-8") as lines:
            docs = [json.loads(line) for line in lines]
    else:
        docs = [doc for doc in corpus.load("train") if not corpus.held_out(doc["doc"])]
    table: dict[str, NDArray[np.float16] | NDArray[np.int32]] = {}
    for doc in docs:
        found = pieces(vocabulary(), doc["text"], corpus.paragraphs(doc["text"]))
        table[doc["doc"]], table[doc["doc"] + " links"] = labels(model, found)
    np.savez(out, **table)


if __name__ == "__main__":
    main()
