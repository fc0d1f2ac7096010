#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Ids stay: edits a list a few hundred times at random, and looks after each
edit whether an entry that was not edited has another id than before.

    replay.py CATEX

Namesakes of what was edited are left out: with the rule that all of a group
take a longer id, the second of two makes the first take one, too.
"""
import json
import random
import subprocess
import sys

CATEX = sys.argv[1]
TITLES = ["Retina Scans", "Chest X-Rays", "Brain MRI", "Chest X-rays", "眼底图像",
          "Heart Sounds (2nd edition)", "Été", "Gait", "Skin", "EEG at Night"]


class List:
    """A list as its author thinks of it: sections of entries."""

    def __init__(self, chance):
        self.chance, self.made = chance, 0
        self.sections = [[self.entry() for _ in range(4)] for _ in range(4)]
        self.first_number = 1

    def entry(self):
        self.made += 1
        title = self.chance.choice(TITLES)
        if self.chance.random() < 0.7:
            title += " %d" % self.chance.randrange(100)
        return {"marker": "Marker%d" % self.made, "title": title,
                "url": "https://%d.example/%d" % (self.made % 7, self.made)}

    def markdown(self):
        text = "# A list\n\n"
        for number, section in enumerate(self.sections, self.first_number):
            text += "## %d. Section %s\n\n" % (number, "ABCDEFGH"[number % 8])
            for entry in section:
                text += "**%(title)s**\n\nThis is %(marker)s.\n\n" % entry
                text += "Access: %(url)s\n\n***\n\n" % entry
        return text

    def edit(self):
        """Changes something; returns the titles of what was edited."""
        what = self.chance.choice(["insert", "move", "delete", "renumber"])
        section = self.chance.choice(self.sections)
        if what == "renumber" or not section:
            self.first_number = self.chance.randrange(1, 20)
            return what, set()
        if what == "insert":
            entry = self.entry()
        else:
            entry = section.pop(self.chance.randrange(len(section)))
        if what != "delete":
            target = self.chance.choice(self.sections)
            target.insert(self.chance.randrange(len(target) + 1), entry)
        return what, set() if what == "move" else {entry["title"].lower()}


def ids_of(markdown):
    """From each entry's marker to its title and id."""
    made = subprocess.run([CATEX, "export", "-q", "-t", "json", "-"],
                          input=markdown.encode(), stdout=subprocess.PIPE,
                          check=True).stdout
    found = {}
    for record in json.loads(made)["records"]:
        marker = record["description"].split("This is ")[1].rstrip(".")
        found[marker] = record["title"].lower(), record["id"]
    return found


def main():
    chance = random.Random(7)
    edited = List(chance)
    before, compared, changed = ids_of(edited.markdown()), 0, 0
    for turn in range(300):
        what, titles = edited.edit()
        now = ids_of(edited.markdown())
        assert len(now) == sum(map(len, edited.sections)), "entries were lost"
        assert len({id for _, id in now.values()}) == len(now), "ids are equal"
        for marker in before.keys() & now.keys():
            title, id = now[marker]
            if title in titles:
                continue
            compared += 1
            if id != before[marker][1]:
                changed += 1
                print("edit %d (%s): %s was %s and is %s" %
                      (turn, what, title, before[marker][1], id))
        before = now
    print("%d ids compared, %d changed" % (compared, changed))
    return 1 if changed or compared < 1000 else 0


sys.exit(main())
