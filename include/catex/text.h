/* SPDX-License-Identifier: MIT */
/**
 * URLs as lists have them, made fit for formats that want the syntax of
 * RFC 3986. Lists are written by people: their URLs hold spaces, quotes,
 * letters of any script, lone percent signs. Nothing of a URL is ever dropped:
 * what the syntax does not allow is percent-encoded.
 */
#ifndef CATEX_TEXT_H
#define CATEX_TEXT_H

#include <stddef.h>
#include <stdint.h>

#include <catex/attributes.h>
#include <catex/exporter.h>
#include <catex/model.h>
#include <catex/writer.h>

CATEX_BEGIN

/** What a URL is good for. */
enum catex_scheme {
    CATEX_SCHEME_NONE = 0,  /**< relative, or no URL at all */
    CATEX_SCHEME_WEB = 1,   /**< http and https, with a host */
    CATEX_SCHEME_FTP = 2,   /**< ftp, ftps and sftp, with a host */
    CATEX_SCHEME_MAIL = 3,  /**< mailto */
    CATEX_SCHEME_OTHER = 4  /**< any other: not for a reader to follow, since
                             * javascript: and data: are among them */
};

/** The enum catex_scheme of @url. */
CATEX_PUBLIC int catex_url_scheme(const char *url);

/** Whether @url can be shown as a link: CATEX_SCHEME_WEB or CATEX_SCHEME_FTP. */
CATEX_PUBLIC int catex_url_is_link(const char *url);

/** Whether two URLs are the same, or addresses of one DOI: https and http,
 * doi.org and dx.doi.org lead to the same, and a DOI is the same in capitals
 * (ISO 26324, 4.2). */
CATEX_PUBLIC int catex_same_url(const char *url, const char *other);

/** Writes @url as a URI (RFC 3986, thus also an IRI) in ASCII: keeps what is
 * allowed and each valid %XX, and percent-encodes all else. The scheme goes to
 * lower case and dot segments ("/a/../b") are resolved, as any reader of URIs
 * may do. A @url without a scheme stays without one. */
CATEX_PUBLIC void catex_write_uri(struct catex_writer *writer,
                                  const char *url);

/** The same into memory, as snprintf() does: returns the bytes that the whole
 * URI takes, without its NUL, and fills at most @size bytes of @out. */
CATEX_PUBLIC size_t catex_uri(char *out, size_t size, const char *url);

/** The same for a plugin; @url itself, or memory as from
 * catex_run_scratch(). */
CATEX_PUBLIC const char *catex_run_uri(struct catex_run *run,
                                       const char *url);

/** The address of a DOI, and the best one of a publication: by its DOI, PMID,
 * PMCID, arXiv id, or its own URL; NULL if there is none. Memory as from
 * catex_run_scratch(). */
CATEX_PUBLIC const char *catex_run_doi(struct catex_run *run,
                                       const char *doi);
CATEX_PUBLIC const char *
catex_run_publication(struct catex_run *run,
                      const struct catex_publication *publication);

/** The address of a licence: its URL if that is one of the web, else SPDX's
 * page about it; NULL if there is none. Memory as from catex_run_scratch(). */
CATEX_PUBLIC const char *
catex_run_licence(struct catex_run *run, const struct catex_licence *licence);

/** The links of @record, NULL behind the last, less those of papers and
 * references that its publications tell already. Memory as from
 * catex_run_scratch(), which may have none: then NULL. */
CATEX_PUBLIC const struct catex_link **
catex_run_links(struct catex_run *run, const struct catex_record *record);

/** What a format says that demands a description where the list has none:
 * "X" is listed under "S" in C; the list gives no further description. In
 * English; memory as from catex_run_scratch(). */
CATEX_PUBLIC const char *
catex_run_sentence(struct catex_run *run, const struct catex_record *record);

/** Whether @link leads to the data themselves: to a file that can be fetched,
 * and that is more than a paper, a reference or a licence. */
CATEX_PUBLIC int catex_link_is_file(const struct catex_link *link);

/** The words for an enum catex_access where the list has none of its own, in
 * English; NULL for 0. */
CATEX_PUBLIC const char *catex_access_words(uint32_t access);

enum { CATEX_LINK_ID_SIZE = 24 };

/** Names @link within its record: its first role and 8 hexadecimal digits of
 * its URL's hash ("access-1b5f90c4"), so that a link which moves keeps its
 * name. Equal for links of equal role and URL. Returns @out. */
CATEX_PUBLIC const char *catex_link_id(const struct catex_link *link,
                                       char out[CATEX_LINK_ID_SIZE]);

CATEX_END

#endif
