/* SPDX-License-Identifier: MIT */
#ifndef CX_LANGUAGE_H
#define CX_LANGUAGE_H

#include <catex/model.h>

/* The BCP 47 tag of what most of a list is written in, where the list does not
 * say it: "ja", "ko" or "zh", which a script of their own tells; "und" for any
 * other script but Latin, and where the small words are not those of English;
 * else "en". */
const char *cx_language_of(const struct catex_catalog *catalog);

#endif
