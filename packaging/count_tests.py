"""Counts single tests in CTest's JUnit report: count_tests.py REPORT.xml. The last line is 'N passed, N failed'.

A Qt Test program prints its own totals; any other program, and one that died or ran out of time, counts as one.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped", re.MULTILINE)
FRAME = re.compile(r"^PASS   : \w+::(?:initTestCase|cleanupTestCase)\(\)$", re.MULTILINE)
REASON = re.compile(r"^(FAIL!  |XPASS  |SKIP   ): (.*)$", re.MULTILINE)


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.notes = []

    def add(self, case):
        name, status = case.get("name"), case.get("status")
        output = case.findtext("system-out") or ""
        totals = [tuple(map(int, found)) for found in TOTALS.findall(output)]
        passed, failed, skipped = (sum(column) for column in zip(*totals)) if totals else (0, 0, 0)
        passed -= len(FRAME.findall(output))
        self.notes += [f"{kind.strip(' !').lower()}: {name}: {words}" for kind, words in REASON.findall(output)]
        if status == "fail" and failed == 0:
            failed = 1
            words = case.find("failure")
            self.notes.append(f"fail: {name}: {(words.get('message') if words is not None else '') or 'ended badly'}")
        elif status != "fail" and status != "run":
            skipped = max(skipped, 1)
            self.notes.append(f"skip: {name}: {status}")
        elif status == "run" and not totals:
            passed = 1
        self.passed += passed
        self.failed += failed
        self.skipped += skipped


def main(report):
    count = Count()
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        count.add(case)
    for note in sorted(count.notes):
        print(note)
    if count.skipped:
        print(f"{count.skipped} skipped")
    print(f"{count.passed} passed, {count.failed} failed")
    sys.exit(0 if count.passed and not count.failed else 1)


if __name__ == "__main__":
    main(*sys.argv[1:])
