#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says whether every request of a chain of batches has exactly one accepted answer.

An independent reading of the files, sharing nothing with the console: plain json.loads, line by line.

    accepted_answers.py MERGED INPUT OUTPUT ERROR [INPUT OUTPUT ERROR ...]

MERGED is what the console saved as the answers of the whole chain; then come, attempt by attempt, the three files of
each batch, "-" for one that the batch does not have. Prints one line that begins with "ok", or every fault and exits
with 1.
"""
import json
import sys


def lines(path):
    if path == "-":
        return []
    with open(path, "rb") as file:
        return [json.loads(line) for line in file if line.strip()]


def is_answer(line):
    response = line.get("response")
    return line.get("error") is None and response is not None and 200 <= response["status_code"] < 300


def main(merged_path, *paths):
    faults = []
    attempts = [paths[at:at + 3] for at in range(0, len(paths), 3)]
    first = [line["custom_id"] for line in lines(attempts[0][0])]
    if len(set(first)) != len(first):
        faults.append("the first input repeats a custom_id")
    bodies = {line["custom_id"]: line["body"] for line in lines(attempts[0][0])}

    accepted = {}
    open_ids = list(first)
    for number, (sent, output, error) in enumerate(attempts):
        requests = lines(sent)
        ids = [line["custom_id"] for line in requests]
        if ids != open_ids:
            faults.append(f"attempt {number} sent {len(ids)} requests, not exactly the {len(open_ids)} without an answer")
        for line in requests:
            if line["body"] != bodies.get(line["custom_id"]):
                faults.append(f"attempt {number} changed the request {line['custom_id']}")
        answered = [line for line in lines(output) + lines(error) if is_answer(line)]
        for line in answered:
            name = line["custom_id"]
            if name in accepted:
                faults.append(f"{name} was answered twice")
            elif name not in bodies:
                faults.append(f"{name} was never asked")
            else:
                accepted[name] = line
        open_ids = [name for name in open_ids if name not in accepted]
    for name in open_ids:
        faults.append(f"{name} has no answer")

    merged = lines(merged_path)
    names = [line["custom_id"] for line in merged]
    if len(set(names)) != len(names):
        faults.append("the merged answers repeat a custom_id")
    if set(names) != set(first):
        lacking = sorted(set(first) - set(names))
        strange = sorted(set(names) - set(first))
        faults.append(f"the merged answers are not those of the input: without {lacking}, and with {strange}")
    for line in merged:
        if not is_answer(line):
            faults.append(f"{line['custom_id']} is merged without an answer")
        elif line != accepted.get(line["custom_id"]):
            faults.append(f"{line['custom_id']} is merged with another answer than its file has")

    for fault in faults:
        print(fault)
    if faults:
        return 1
    print(f"ok: {len(first)} requests, {len(attempts)} attempts, one answer each")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
