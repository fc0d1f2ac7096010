# SPDX-License-Identifier: MIT
"""What each column of csv must hold, worked out from catex JSON: the mapping
that plugins/csv/csv.c promises, written down a second time."""


def name(agent):
    if "name" in agent:
        return agent["name"].replace(", ", "%2C ")
    if "family" not in agent:
        return None
    family = agent["family"].replace(", ", "%2C ")
    return ", ".join([family] + [agent[key] for key in ("given",)
                                 if key in agent])


def names(agents):
    return [text for text in map(name, agents) if text]


def first_url(role):
    return lambda record: [link["url"] for link in record.get("links", [])
                           if role in link["roles"]][:1]


def other_urls(record):
    links = record.get("links", [])
    shown = [index for index, link in enumerate(links)
             if "paper" in link["roles"]]
    for role in ("landing", "access", "download", "code"):
        shown += [index for index, link in enumerate(links)
                  if role in link["roles"]][:1]
    return [link["url"] for index, link in enumerate(links)
            if index not in shown]


def part(field, key):
    return lambda item: [item[field][key]] if key in item.get(field, {}) \
        else []


def line(index):
    def values(record):
        lines = record.get("source", {}).get("lines", [])
        return [str(number) for number in lines[index:index + 1]]
    return values


def plain(key):
    def values(item):
        value = item.get(key, [])
        return value if isinstance(value, list) else [str(value)]
    return values


def flag(key):
    return lambda item: ["true" if item.get(key) else "false"]


def people(key):
    return lambda item: names(item.get(key, []))


def person(key):
    return lambda item: names([item[key]] if key in item else [])


def record_columns(catalog):
    titles = {section["id"]: section["title"]
              for section in catalog.get("sections", [])}
    columns = {key: plain(key) for key in (
        "id parent kind title alt_titles description sections group topics "
        "keywords access access_note fee rights_note issued modified version "
        "temporal spatial languages aliases").split()}
    columns |= {f"licence_{key}": part("licence", key)
                for key in ("spdx", "url", "name")}
    columns |= {f"{role}_url": first_url(role)
                for role in ("landing", "access", "download", "code")}
    return columns | {
        "section": lambda record: [
            titles[id] for id in record.get("sections", [])[:1]],
        "creators": people("creators"), "publisher": person("publisher"),
        "contact": person("contact"),
        "contact_email": part("contact", "email"),
        "identifiers": lambda record: [
            f"{item['scheme']}:{item['value']}"
            for item in record.get("identifiers", [])],
        "relations": lambda record: [
            f"{item['type']}:{item['id']}"
            for item in record.get("relations", [])],
        "counts": lambda record: [
            " ".join(str(item[key]) for key in ("value", "unit")
                     if key in item) for item in record.get("counts", [])],
        "paper_urls": lambda record: [
            link["url"] for link in record.get("links", [])
            if "paper" in link["roles"]],
        "other_urls": other_urls,
        "publications": lambda record: [
            item["id"] for item in record.get("publications", [])],
        "source_file": part("source", "path"),
        "line_first": line(0), "line_last": line(1)}


LINKS = {key: plain(key) for key in
         "roles label url title note media_type line".split()}
LINKS |= {key: flag(key) for key in ("direct", "inherited", "shared")}

PUBLICATIONS = {key: plain(key) for key in (
    "relation kind title year issued venue volume issue pages publisher doi "
    "pmid pmcid arxiv url").split()}
PUBLICATIONS |= {"publication_id": plain("id"), "authors": people("authors"),
                 "editors": people("editors")}

MANY = set("alt_titles sections topics keywords creators languages "
           "identifiers paper_urls other_urls publications counts relations "
           "aliases roles authors editors".split())


def cell(column, values):
    if column in MANY:
        values = [value.replace("|", "%7C") for value in values]
    text = "|".join(values)
    bare = text.lstrip("'")
    return "'" + text if bare.startswith(tuple("=+-@\t\n＝＋－＠")) else text
