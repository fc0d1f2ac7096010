/* SPDX-License-Identifier: MIT */
/**
 * The record model: what a list of datasets says, in the field's terms.
 *
 * Rules that hold for every value here:
 * - Unknown is absent: a NULL pointer, a zero number or enum. There is no
 *   empty string and no placeholder.
 * - Text is valid UTF-8, ends in NUL, and holds no control character but
 *   newline and tab.
 * - Lists are chains through `next`, in the order of the source.
 * - All of it belongs to its catalog (or, while a stream is read, to the
 *   stream, until its next record); readers change nothing.
 * - Structs grow only at their end, see <catex/exporter.h>.
 */
#ifndef CATEX_MODEL_H
#define CATEX_MODEL_H

#include <stdint.h>

#include <catex/attributes.h>

CATEX_BEGIN

/** Every field that a record, link, publication or catalog can have, as a bit
 * number: for the origin of a value and for what a format carries. */
enum catex_field {
    CATEX_FIELD_ID = 0,
    CATEX_FIELD_KIND = 1,
    CATEX_FIELD_PARENT = 2,
    CATEX_FIELD_TITLE = 3,
    CATEX_FIELD_ALT_TITLES = 4,
    CATEX_FIELD_DESCRIPTION = 5,
    CATEX_FIELD_DESCRIPTION_MD = 6,
    CATEX_FIELD_SECTIONS = 7,
    CATEX_FIELD_GROUP = 8,
    CATEX_FIELD_TOPICS = 9,
    CATEX_FIELD_KEYWORDS = 10,
    CATEX_FIELD_ACCESS = 11,
    CATEX_FIELD_ACCESS_NOTE = 12,
    CATEX_FIELD_FEE = 13,
    CATEX_FIELD_LINKS = 14, /**< their URLs */
    CATEX_FIELD_PUBLICATIONS = 15,
    CATEX_FIELD_IDENTIFIERS = 16,
    CATEX_FIELD_COUNTS = 17,
    CATEX_FIELD_CREATORS = 18,
    CATEX_FIELD_PUBLISHER = 19,
    CATEX_FIELD_CONTACT = 20,
    CATEX_FIELD_LICENCE = 21,
    CATEX_FIELD_RIGHTS_NOTE = 22,
    CATEX_FIELD_ISSUED = 23,
    CATEX_FIELD_MODIFIED = 24,
    CATEX_FIELD_VERSION = 25,
    CATEX_FIELD_TEMPORAL = 26,
    CATEX_FIELD_SPATIAL = 27,
    CATEX_FIELD_LANGUAGES = 28,
    CATEX_FIELD_ALIASES = 29,
    CATEX_FIELD_RELATIONS = 30,
    CATEX_FIELD_SOURCE = 31, /**< file and lines */
    /* of a link */
    CATEX_FIELD_LINK_ROLES = 32,
    CATEX_FIELD_LINK_LABEL = 33,
    CATEX_FIELD_LINK_TITLE = 34,
    CATEX_FIELD_LINK_NOTE = 35,
    CATEX_FIELD_LINK_MEDIA_TYPE = 36,
    CATEX_FIELD_LINK_INHERITED = 37,
    CATEX_FIELD_LINK_SHARED = 38,
    CATEX_FIELD_LINK_DIRECT = 39,
    CATEX_FIELD_LINK_LINE = 40,
    /* of a publication */
    CATEX_FIELD_PUBLICATION_DOI = 41,
    CATEX_FIELD_PUBLICATION_RELATION = 42,
    CATEX_FIELD_PUBLICATION_TITLE = 43,
    CATEX_FIELD_PUBLICATION_AUTHORS = 44,
    CATEX_FIELD_PUBLICATION_YEAR = 45,
    CATEX_FIELD_PUBLICATION_VENUE = 46,
    CATEX_FIELD_PUBLICATION_DETAILS = 47, /**< kind, volume, issue, pages … */
    /* of a catalog */
    CATEX_FIELD_HOMEPAGE = 48,
    CATEX_FIELD_BASE_IRI = 49,
    CATEX_FIELD_THEMES = 50,
    CATEX_FIELD_LANGUAGE = 51,

    CATEX_FIELD_PUBLICATION_PMID = 52,
    CATEX_FIELD_PUBLICATION_PMCID = 53,
    CATEX_FIELD_PUBLICATION_ARXIV = 54,
    CATEX_FIELD_PUBLICATION_URL = 55,
    CATEX_FIELD_COUNT = 56
};

/** The bit of a field. */
#define CATEX_BIT(field) (UINT64_C(1) << (field))

/** Where values come from. A field whose bit is in neither mask is what the
 * list itself says. */
struct catex_origin {
    uint64_t derived; /**< read by a stated rule, e.g. a DOI out of a URL */
    uint64_t facts;   /**< from a file of facts that the user gave */
};

enum catex_kind {
    CATEX_KIND_DATASET = 1,
    CATEX_KIND_COLLECTION = 2, /**< has child records */
    CATEX_KIND_SERIES = 3,
    CATEX_KIND_CHALLENGE = 4,
    CATEX_KIND_CATALOG = 5,
    CATEX_KIND_SERVICE = 6
};

/** Access rights. Absence means unknown, not open. */
enum catex_access {
    CATEX_ACCESS_OPEN = 1,
    CATEX_ACCESS_REGISTRATION = 2, /**< required; who may is unknown */
    CATEX_ACCESS_REGISTRATION_OPEN = 3,
    CATEX_ACCESS_APPROVAL = 4,
    CATEX_ACCESS_CONTACT = 5,
    CATEX_ACCESS_FEE = 6,
    CATEX_ACCESS_CLOSED = 7
};

enum catex_fee { CATEX_FEE_NO = 1, CATEX_FEE_YES = 2 };

/** What the list claims that a link is; a compound label gives several. */
enum catex_role {
    CATEX_ROLE_ACCESS = 1 << 0,
    CATEX_ROLE_DOWNLOAD = 1 << 1,
    CATEX_ROLE_LANDING = 1 << 2,
    CATEX_ROLE_INFO = 1 << 3,
    CATEX_ROLE_EXPLORER = 1 << 4,
    CATEX_ROLE_CODE = 1 << 5,
    CATEX_ROLE_PAPER = 1 << 6,
    CATEX_ROLE_REFERENCE = 1 << 7,
    CATEX_ROLE_CHALLENGE = 1 << 8,
    CATEX_ROLE_BENCHMARK = 1 << 9,
    CATEX_ROLE_LICENCE = 1 << 10,
    CATEX_ROLE_OTHER = 1 << 11
};

enum catex_link_flag {
    CATEX_LINK_INHERITED = 1 << 0, /**< printed for a block of records */
    CATEX_LINK_SHARED = 1 << 1,    /**< other records have this URL, too */
    CATEX_LINK_DIRECT = 1 << 2     /**< the URL ends like a data file */
};

enum catex_relation_kind {
    CATEX_RELATION_DESCRIBES = 1, /**< the publication describes the record */
    CATEX_RELATION_UNSPECIFIED = 2,
    CATEX_RELATION_USES = 3,
    CATEX_RELATION_CITES = 4
};

enum catex_publication_kind {
    CATEX_PUBLICATION_JOURNAL = 1,
    CATEX_PUBLICATION_CONFERENCE = 2,
    CATEX_PUBLICATION_PREPRINT = 3,
    CATEX_PUBLICATION_REPORT = 4,
    CATEX_PUBLICATION_BOOK = 5,
    CATEX_PUBLICATION_CHAPTER = 6,
    CATEX_PUBLICATION_THESIS = 7,
    CATEX_PUBLICATION_DATASET = 8,
    CATEX_PUBLICATION_WEBPAGE = 9
};

enum catex_agent_kind {
    CATEX_AGENT_PERSON = 1,
    CATEX_AGENT_ORGANIZATION = 2
};

/** One text of a list of texts. */
struct catex_string {
    struct catex_string *next;
    const char *text; /**< never NULL */
};

/** A person or an organization. Either @name, or @family with or without
 * @given, is there. */
struct catex_agent {
    struct catex_agent *next;
    uint32_t kind; /**< enum catex_agent_kind */
    const char *name;
    const char *family;
    const char *given;
    const char *iri; /**< ORCID, ROR, … */
    const char *email;
    const char *url;
};

struct catex_licence {
    const char *spdx; /**< SPDX licence identifier */
    const char *url;
    const char *name;
};

/** Where something stands. Lines are 1-based and inclusive. */
struct catex_source {
    const char *path; /**< the list's file name, without folders */
    int first_line;
    int last_line;
};

struct catex_link {
    struct catex_link *next;
    uint32_t roles;    /**< enum catex_role, never 0 */
    uint32_t flags;    /**< enum catex_link_flag */
    const char *label; /**< the words before it, verbatim */
    const char *title; /**< the link's own text, if it is not the URL */
    const char *url;   /**< never NULL; as the list has it */
    const char *note;  /**< words after the URL */
    const char *media_type;
    int line;
};

struct catex_publication {
    struct catex_publication *next;
    const char *id;    /**< "doi-…", "pmid-…", "pmcid-…", "arxiv-…", "url-…" */
    uint32_t relation; /**< enum catex_relation_kind */
    uint32_t kind;     /**< enum catex_publication_kind */
    const char *doi;   /**< lower case, without "https://doi.org/" */
    const char *pmid;
    const char *pmcid; /**< with its "PMC" */
    const char *arxiv;
    const char *url;
    const char *title;
    struct catex_agent *authors;
    struct catex_agent *editors;
    int year;
    const char *issued; /**< YYYY[-MM[-DD]], when more than the year is known */
    const char *venue;  /**< journal, proceedings, book */
    const char *volume;
    const char *issue;
    const char *pages;
    const char *publisher;
    struct catex_origin origin;
};

struct catex_identifier {
    struct catex_identifier *next;
    const char *scheme; /**< "doi", … */
    const char *value;
};

struct catex_count {
    struct catex_count *next;
    uint64_t value;
    const char *unit; /**< "images", "patients", … */
};

struct catex_relation {
    struct catex_relation *next;
    const char *type; /**< replaces, derivedFrom, sameSeries, … */
    const char *id;   /**< of a record */
};

enum catex_section_flag {
    CATEX_SECTION_MATTER = 1 << 0 /**< about the list: how to contribute … */
};

struct catex_section {
    struct catex_section *next;
    const char *id;
    const char *title;  /**< without its number */
    const char *label;  /**< verbatim */
    const char *number; /**< "6", "3.2"; two sections may bear the same */
    const struct catex_section *parent;
    const char *text; /**< what stands before its first entry */
    struct catex_source source;
    uint32_t flags; /**< enum catex_section_flag */
};

struct catex_section_ref {
    struct catex_section_ref *next;
    const struct catex_section *section; /**< never NULL */
};

struct catex_record {
    struct catex_record *next;
    const char *id; /**< [a-z0-9_-]{2,100}, unique in its catalog */
    uint32_t kind;  /**< enum catex_kind */
    uint32_t access; /**< enum catex_access */
    uint32_t fee;    /**< enum catex_fee */
    const char *parent; /**< id of the record that this is a part of */
    const char *title;  /**< never NULL */
    struct catex_string *alt_titles;
    const char *description;    /**< plain text; paragraphs parted by "\n\n" */
    const char *description_md; /**< the same, as Markdown */
    struct catex_section_ref *sections; /**< innermost section first */
    const char *group; /**< label of an unlinked sub-heading */
    struct catex_string *topics;
    struct catex_string *keywords;
    const char *access_note;
    struct catex_link *links;
    struct catex_publication *publications;
    struct catex_identifier *identifiers; /**< of the dataset itself */
    struct catex_count *counts;
    struct catex_agent *creators;
    struct catex_agent *publisher;
    struct catex_agent *contact;
    struct catex_licence *licence;
    const char *rights_note;
    const char *issued;   /**< YYYY[-MM[-DD]] */
    const char *modified; /**< YYYY[-MM[-DD]] */
    const char *version;
    const char *temporal; /**< ISO 8601 interval */
    const char *spatial;
    struct catex_string *languages; /**< of the data; BCP 47 */
    struct catex_string *aliases;   /**< former ids */
    struct catex_relation *relations;
    struct catex_origin origin;
    struct catex_source source;
};

struct catex_catalog {
    const char *id;
    const char *title;
    const char *description;
    const char *language; /**< BCP 47, of titles and descriptions; never NULL */
    const char *homepage;
    const char *base_iri; /**< records are base_iri + id */
    struct catex_agent *publisher;
    struct catex_agent *creators;
    struct catex_licence *licence; /**< of the metadata */
    const char *issued;
    const char *modified;
    struct catex_string *keywords;
    struct catex_string *themes; /**< IRIs */
    struct catex_origin origin;
    struct catex_source source;
    struct catex_section *sections; /**< parents before children */
    struct catex_record *records;   /**< NULL while records are streamed */
};

CATEX_END

#endif
