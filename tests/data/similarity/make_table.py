#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_table.py <similarity.json> [--check]: writes the table that the metrics of text_similarity are judged by, with
the scores of implementations that share nothing with ours. With --check it works the table out again, from the texts in
it, and compares. Needs python3-nltk and python3-levenshtein; says SKIPPED-TEST without them."""

import json
import math
import random
import sys
import unicodedata
import warnings

try:
    import Levenshtein
    import nltk
    from nltk.metrics import f_measure
    from nltk.stem.porter import PorterStemmer
    from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
    from nltk.translate.gleu_score import sentence_gleu
    from nltk.translate.meteor_score import single_meteor_score
    from nltk.util import ngrams
except ImportError as error:
    print(f"SKIPPED-TEST: {error.name} is not installed")
    sys.exit(0)

TOLERANCE = 1e-9


class NoThesaurus:
    """In the place of WordNet: no word has a synonym."""

    def synsets(self, word):
        return []


def is_ideograph(character):
    code = ord(character)
    return any(
        first <= code <= last
        for first, last in (
            (0x3040, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F),
        )
    )


def kind(character):
    if character.isspace():
        return "space"
    if is_ideograph(character):
        return "ideograph"
    return "word" if character == "_" or unicodedata.category(character)[0] in "LMN" else "other"


def tokens(text):
    result, running = [], "space"
    for character in unicodedata.normalize("NFC", text):
        here = kind(character)
        if here == running and here in ("word", "other"):
            result[-1] += character
        elif here != "space":
            result.append(character)
        running = here
    return result


def folded_words(text):
    return [word.casefold() for word in tokens(text) if kind(word[0]) != "other"]


def bleu(a, b):
    if not a:
        return 0.0
    return sentence_bleu([b], a, smoothing_function=SmoothingFunction().method3, auto_reweigh=True)


def meteor(a, b):
    return single_meteor_score(b, a, preprocess=str.casefold, stemmer=PorterStemmer(), wordnet=NoThesaurus())


def rouge_n(a, b, n):
    def numbered(words):
        seen, result = {}, set()
        for each in ngrams(words, n):
            seen[each] = seen.get(each, 0) + 1
            result.add((each, seen[each]))
        return result

    # f_measure() knows sets, so the second "the" of a text is another element than its first.
    return f_measure(numbered(b), numbered(a), alpha=0.5) or 0.0


def rouge_l(a, b):
    # The ratio of python-Levenshtein is 2 * LCS / (both lengths), which is the F1 of ROUGE-L once each word is a letter.
    letters = {word: chr(0x4E00 + number) for number, word in enumerate(sorted(set(a + b)))}
    return Levenshtein.ratio("".join(map(letters.get, a)), "".join(map(letters.get, b))) if a and b else 0.0


def cosine(a, b):
    words = sorted(set(a) | set(b))
    u, v = [a.count(w) for w in words], [b.count(w) for w in words]
    lengths = math.hypot(*u) * math.hypot(*v) if words else 0.0
    return math.fsum(x * y for x, y in zip(u, v)) / lengths if lengths else 0.0


def scores(a, b):
    words = (tokens(a), tokens(b))
    folded = (folded_words(a), folded_words(b))
    return {
        "fuzzy_match": Levenshtein.ratio(a, b),
        "bleu": bleu(*words),
        "gleu": sentence_gleu([words[1]], words[0]),
        "meteor": meteor(*words),
        **{f"rouge_{n}": rouge_n(*folded, n) for n in range(1, 6)},
        "rouge_l": rouge_l(*folded),
        "cosine": cosine(*folded),
    }


FOX = "The quick brown fox jumps over the lazy dog."
GUIDE = "It is a guide to action which ensures that the military always obeys the commands of the party"
PAIRS = [
    ("", ""),
    ("", "something"),
    ("something", ""),
    ("   ", "\t\n"),
    ("yes", "yes"),
    ("yes", "Yes"),
    ("yes", "no"),
    ("yes", "yes, of course"),
    ("two words", "two words"),
    ("two words", "words two"),
    ("one two three", "one two four"),
    ("...", "..."),
    ("...", "!!!"),
    (FOX, FOX),
    (FOX, FOX.lower()),
    (FOX, "The lazy dog jumps over the quick brown fox."),
    (FOX, "A fast brown fox jumped over a lazy dog"),
    (GUIDE, "It is a guide to action that ensures that the military will forever heed Party commands"),
    ("It is to insure the troops forever hearing the activity guidebook that party direct", GUIDE),
    ("the the the the the the the", "the cat is on the mat"),
    ("the cat is on the mat", "the the the the the the the"),
    ("a a b a a b a a b", "a b a b a b"),
    ("the cat sat on the mat", "on the mat sat the cat"),
    ("cats running quickly", "cat runs quick"),
    ("The dogs were lying; skies darkened, dying news!", "the dog lies under the sky and dies of the news"),
    ("generalizations of relational operators", "general relation operates"),
    ("happily geology theology ladies tied enjoyment", "happy geological theologian lady ties enjoys"),
    ("Der Fluß fließt über die Straße", "der fluss fliesst ueber die strasse"),
    ("Fluß und STRASSE", "FLUSS und Straße"),
    ("caf\u00e9 na\u00efve r\u00e9sum\u00e9", "cafe\u0301 nai\u0308ve resume"),
    ("Привет, мир! Как дела?", "привет мир, как твои дела"),
    ("ΟΔΟΣ της Αθήνας", "οδος ΤΗΣ Αθήνας"),
    ("東京は日本の首都です", "日本の首都は東京である"),
    ("私はGPT-4を使う。", "私はGPT-5も使う!"),
    ("안녕하세요 세계", "안녕 세계"),
    ("नमस्ते दुनिया कैसे हो", "नमस्ते प्यारी दुनिया"),
    ("مرحبا بالعالم", "مرحبا يا عالم"),
    ("שלום עולם טוב", "עולם שלום"),
    ("👍🏽 great 👨‍👩‍👧 job 🎉🎉", "great job 🎉 👍"),
    ("𝒳 + 𝒴 = 𝒵", "𝒳 - 𝒴 = 𝒵"),
    ("snake_case and kebab-case, 3.14 & 42%", "snake_case or kebab case; 3,14 and 42 %"),
    ("don't can't won't", "do not cannot will not"),
    ("x = f(y[0]) != z", "x=f(y[1])!=z"),
    ("line one\r\nline two\n\nline three", "line one line two line four"),
    ("word", " ".join(["word"] * 200)),
    (" ".join(["word"] * 200), "word"),
    ("short", FOX * 20),
    (FOX * 20, "short fox"),
    ("ab" * 300, "ba" * 300),
    ("a" * 64, "a" * 65),
    ("a" * 63 + "b", "b" + "a" * 63),
    ("a" * 128 + "b" * 64, "b" * 64 + "a" * 128),
]


def generated():
    """Texts of few and of many different words, with shuffles, gaps and changes of each other."""
    rng = random.Random(4)
    vocabulary = (
        "the a of to and in is it that was for on are with as they at be this have from or had by hot word but what "
        "some we can out other were all there when up use your how said an each she which do their time if will way "
        "about many then them writing written writes relations relational hopeful hopefulness Berlin München 東京 "
        ", . ; ! ? - ( ) 1 2 3 42 2026"
    ).split()
    for i in range(60):
        pool = vocabulary[: rng.choice((4, 12, 40, len(vocabulary)))]
        a = [rng.choice(pool) for _ in range(rng.choice((1, 2, 3, 5, 9, 20, 70, 300)))]
        b = list(a)
        for _ in range(rng.randrange(1, 2 + len(a))):
            change = rng.randrange(4)
            at = rng.randrange(len(b) + 1)
            if change == 0 and b:
                b.pop(at % len(b))
            elif change == 1:
                b.insert(at, rng.choice(pool))
            elif change == 2 and b:
                b[at % len(b)] = rng.choice(pool).upper()
            elif change == 3 and b:
                b = b[at:] + b[:at]
        yield " ".join(a), " ".join(b)


ENDINGS = (
    " s es ed ing y ly er ers ies ied eed sses ational tional enci anci izer ization ation ator alism iveness fulness "
    "ousness aliti iviti biliti fulli logi alli abli bli entli eli ousli icate ative alize iciti ical ful ness al ance "
    "ence ic able ible ant ement ment ent sion tion ou ism ate iti ous ive ize ll e ss ying yed"
).split(" ")
HEADS = "b tr hop hopp fil fall fizz tann sky agre conflat roll control geo theo archaeo y yy syzyg sk d l t cr plaster oper radic gener enjo spy ab".split()
WORDS = "sky skies dying lying tying news innings inning outings cannings howe proceed exceed succeed a is by feed ЧАСЫ часами 42s".split()


def stems():
    words = sorted({head + ending for head in HEADS for ending in ENDINGS} | {word.lower() for word in WORDS})
    stemmer = PorterStemmer()
    return {word: stemmer.stem(word) for word in words}


def table(pairs):
    return {
        "made_by": "tests/data/similarity/make_table.py",
        "with": {
            "nltk": nltk.__version__ + ": bleu (smoothing method 3, auto_reweigh), gleu, meteor (no WordNet), "
            "rouge_1 to rouge_5 (f_measure of numbered n-grams), stems (PorterStemmer)",
            "python-Levenshtein": "0.12.2: fuzzy_match (ratio), rouge_l (ratio, each word as one letter)",
            "Python": "math: cosine; unicodedata: the words",
        },
        "tolerance": TOLERANCE,
        "pairs": [{"input": a, "reference": b, "scores": scores(a, b)} for a, b in pairs],
        "stems": stems(),
    }


def differences(old, new):
    for before, after in zip(old["pairs"], new["pairs"]):
        for metric, score in after["scores"].items():
            if abs(score - before["scores"][metric]) > TOLERANCE:
                yield f"{metric} of {before['input'][:40]!r} and {before['reference'][:40]!r}: {before['scores'][metric]} is {score}"
    for word, stem in new["stems"].items():
        if old["stems"].get(word) != stem:
            yield f"stem of {word!r}: {old['stems'].get(word)!r} is {stem!r}"


def main():
    warnings.simplefilter("ignore")
    path = sys.argv[1]
    if "--check" not in sys.argv:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(table(PAIRS + list(generated())), file, ensure_ascii=True, indent=1)
            file.write("\n")
        return 0
    with open(path, encoding="utf-8") as file:
        old = json.load(file)
    faults = list(differences(old, table([(each["input"], each["reference"]) for each in old["pairs"]])))
    print(f"{len(old['pairs'])} pairs of texts, {len(old['stems'])} words, {len(faults)} differences")
    print("\n".join(faults))
    return 1 if faults or len(old["pairs"]) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
