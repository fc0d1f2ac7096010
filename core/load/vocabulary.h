/* SPDX-License-Identifier: MIT */
/* The tables behind words.c. Phrases are folded: lower case, words parted by
 * one space. */
#ifndef CX_VOCABULARY_H
#define CX_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

struct cx_phrase {
    const char *phrase; /* NULL ends a table */
    uint32_t meaning;   /* an enum catex_role or enum catex_access */
};

extern const struct cx_phrase cx_role_phrases[];
extern const size_t cx_role_phrase_count;
extern const char *const cx_filler_words[];
extern const char *const cx_place_words[];
extern const char *const cx_link_words[];
extern const char *const cx_key_words[];
extern const char *const cx_matter_words[];
extern const char *const cx_matter_starts[];
extern const char *const cx_topic_words[];
extern const char *const cx_contents_words[];
extern const char *const cx_and_so_on_words[];
extern const char *const cx_name_keys[];
extern const char *const cx_name_columns[];
extern const char *const cx_text_columns[];

#endif
