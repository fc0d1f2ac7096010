/* SPDX-License-Identifier: MIT */
/* Code lists of the EU Publications Office, which DCAT-AP asks for, as far as
 * the record model can reach them. */
#ifndef DCAT_CODES_H
#define DCAT_CODES_H

#include "rdf.h"

#define DCAT_AUTHORITY "http://publications.europa.eu/resource/authority/"

/* Theme 0 is none; the others are in the order of dcat_themes, which lists
 * what -O dcat.theme takes. */
extern const char *const dcat_themes[];
const char *dcat_theme_label(int theme);
/* The number of the theme whose IRI is @iri, or 0. */
int dcat_theme_of(const char *iri);

/* The English name of the language of @tag, its code in @out; or NULL. */
const char *dcat_language(const char *tag, char out[4]);

/* Properties whose value is a code, typed and labelled in place. What has no
 * code is left out, and the return value is 0. */
int dcat_write_language(struct rdf *rdf, const char *tag);
int dcat_write_format(struct rdf *rdf, const char *media_type);

/* Whether an access right is "PUBLIC", "RESTRICTED", "NON_PUBLIC". */
void dcat_write_access(struct rdf *rdf, const char *code);

#endif
