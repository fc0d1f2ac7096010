/* SPDX-License-Identifier: MIT */
/* What words mean in lists of datasets: the names of links, of headings that
 * hold no entries, of access conditions. Not tied to any list. */
#ifndef CX_WORDS_H
#define CX_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The roles (enum catex_role) that a label claims: "Paper" one, "Embeddings
 * and Code" two, an unknown label none. */
uint32_t cx_roles_of(const char *label, size_t size);

/* Whether a text is nothing but role words: "Paper", "Project page", "Code &
 * Data"; such a text is no title. */
bool cx_is_role_text(const char *text, size_t size);

/* Some of the words and phrases that cx_roles_of() knows, one may have meant
 * with another label; NULL-ended. */
const char *const *cx_role_words(void);

/* Whether a link's text says nothing of its own: "link", "here", "url". */
bool cx_is_filler(const char *text, size_t size);

/* Whether a key names a property of a dataset ("Size", "Modality") and not a
 * dataset. Role labels count. */
bool cx_is_key(const char *text, size_t size);

/* Whether a heading announces matter that is not entries: contents,
 * contributing, licence, acknowledgements, citation, … */
bool cx_is_matter(const char *heading, size_t size);

/* Of those: whether it is a table of contents, and whether it may as well name
 * a topic, if sections stand below it ("News"). */
bool cx_is_contents(const char *heading, size_t size);
bool cx_may_be_topic(const char *heading, size_t size);

/* Whether a text is the answer to a question: "Yes" names no licence. */
bool cx_is_answer(const char *text, size_t size);

/* Whether a text says that the list goes on, or will: "and more", "TBD". */
bool cx_is_and_so_on(const char *text, size_t size);

/* Whether a text names a place where data lie ("Kaggle"). */
bool cx_is_place(const char *text, size_t size);

/* "A dataset of": what follows completes the name. */
bool cx_is_kind_of(const char *text, size_t size);

/* "Recommended datasets" */
bool cx_names_data(const char *text, size_t size);
/* "Datasets", "Open data": entries are below, of whatever there are many. */
bool cx_announces_data(const char *text, size_t size);

/* "Available datasets include:": entries follow. */
bool cx_leads_to_data(const char *text, size_t size);

/* "Our contributors:": people are named below. */
bool cx_is_thanks(const char *text, size_t size);

/* "January" */
bool cx_is_month(const char *text, size_t size);

/* "Total": what stands above adds up to it. */
bool cx_is_sum(const char *text, size_t size);

/* Whether a key says the name of a dataset: "Name", "Title". */
bool cx_is_name_key(const char *text, size_t size);

/* Whether a column's heading names the dataset itself, or describes it. */
bool cx_is_name_column(const char *heading, size_t size);
/* … a name, or data sets ("Dataset"), and not only what can have one
 * ("Source"). */
bool cx_is_data_column(const char *heading, size_t size);
bool cx_is_text_column(const char *heading, size_t size);

/* The access (enum catex_access, 0 for none) that a phrase in @text states,
 * and where the phrase stands. */
uint32_t cx_access_in(const char *text, size_t size, size_t *ret_at,
                      size_t *ret_size);

/* Number of words; and whether there are no more than @most. */
size_t cx_word_count(const char *text, size_t size);
bool cx_are_few_words(const char *text, size_t size, size_t most);

#endif
