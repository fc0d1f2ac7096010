/* SPDX-License-Identifier: MIT */
/* What a link is for, after its label, its text and its URL. */
#ifndef CX_ROLE_H
#define CX_ROLE_H

#include <stddef.h>
#include <stdint.h>

/* The roles that its @label claims, else its @own text, else what is said
 * @around it, else its @url. */
uint32_t cx_link_roles(const char *label, uint32_t own, uint32_t around,
                       const char *url);

/* The role of a link whose text is the name of a licence ("CC BY 4.0", "Open
 * Data License") or of something else that its last word tells ("Owl Project
 * website", "python code"), else 0. */
uint32_t cx_role_of_name(const char *text, size_t size);

/* What a word that says nothing of its own ("Link", "Source") leaves to the
 * URL, if that tells. */
uint32_t cx_role_of_filler(const char *word, size_t size, const char *url);

#endif
