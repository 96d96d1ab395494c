#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out how well answers of searches find what they should.

An independent reading, sharing nothing with the console: the raw answers of the server and the set of queries, by the
textbook.

    retrieval_metrics.py SET.json ANSWERS.json K

SET is {"queries": [{"query": TEXT, "expected": [{"file_id": ID, "filename": NAME}, ...]}, ...]}; of "file_id" and
"filename" either may be missing. ANSWERS is {SETTING: [ANSWER, ...]}: for each setting the answer to each query of the
set, in order; null where there is none. Prints {SETTING: {"queries": N, "recall": R, "mrr": M, "hit_rate": H}}.
"""
import json
import sys
from fractions import Fraction


def names_file(expectation, hit):
    by_id = expectation.get("file_id")
    by_name = expectation.get("filename")
    return (bool(by_id) and by_id == hit["file_id"]) or (bool(by_name) and by_name == hit["filename"])


def ranking(answer):
    """The files of an answer, best first, each once."""
    order = {}
    for hit in answer["data"]:
        order.setdefault(hit["file_id"], hit)
    return list(order.values())


def score(expectations, answer, k):
    files = ranking(answer)
    top = files[:k]
    found = [e for e in expectations if any(names_file(e, file) for file in top)]
    ranks = [n for n, file in enumerate(files, 1) if any(names_file(e, file) for e in expectations)]
    return (Fraction(len(found), len(expectations)),
            Fraction(1, min(ranks)) if ranks else Fraction(0),
            Fraction(1 if found else 0))


def main(set_path, answers_path, k):
    with open(set_path, encoding="utf-8") as file:
        queries = json.load(file)["queries"]
    with open(answers_path, encoding="utf-8") as file:
        answers = json.load(file)
    result = {}
    for setting, given in answers.items():
        if len(given) != len(queries):
            sys.exit(f"{setting}: {len(given)} answers to {len(queries)} queries")
        scores = [score(query["expected"], answer, int(k))
                  for query, answer in zip(queries, given) if query.get("expected") and answer is not None]
        count = len(scores)
        mean = [float(sum(column) / count) for column in zip(*scores)] if count else [0.0, 0.0, 0.0]
        result[setting] = {"queries": count, "recall": mean[0], "mrr": mean[1], "hit_rate": mean[2]}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
