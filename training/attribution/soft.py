"""Label distributions for train.py --soft.  python soft.py OUT.npz CHECKPOINT.pt ...

For each article of train the mean, over the checkpoints, of the probabilities of the seven tags of each word, at its
first piece: float16 [pieces, 7], zero where no word begins.
"""

import sys

import corpus
import numpy as np
import torch
from model import TAGS, Tagger
from numpy.typing import NDArray

from onrecord.readings.model.tagger import vocabulary
from onrecord.readings.model.windows import Pieces, pack, pieces
from onrecord.readings.model.wordpieces import CLS, SEP


def tags(models: list[Tagger], found: Pieces) -> NDArray[np.float16]:
    soft = np.zeros((len(found.ids), len(TAGS)), np.float32)
    for window in pack(found):
        real = window >= 0
        ids = np.where(real, found.ids[window], SEP)
        ids[0] = CLS
        feed = [
            torch.from_numpy(row)[None] for row in (ids, np.ones_like(ids), np.where(real, found.feature[window], 0))
        ]
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            outs = [model(*feed)[0, :, : len(TAGS)].float().softmax(-1).numpy() for model in models]
        soft[window[real]] = np.mean(outs, 0)[real]
    soft[~found.first] = 0
    return soft.astype(np.float16)


def main() -> None:
    out, *checkpoints = sys.argv[1:]
    torch.set_num_threads(1)
    models = []
    for checkpoint in checkpoints:
        model = Tagger()
        model.load_state_dict(torch.load(checkpoint), strict=False)
        models.append(model.eval())
    docs = [doc for doc in corpus.load("train") if not corpus.held_out(doc["doc"])]
    table = {
        doc["doc"]: tags(models, pieces(vocabulary(), doc["text"], corpus.paragraphs(doc["text"]))) for doc in docs
    }
    np.savez(out, **table)


if __name__ == "__main__":
    main()
