/* SPDX-License-Identifier: MIT */
/* Reads a plugin's note from its file, without running anything of it. */
#ifndef CX_ELF_H
#define CX_ELF_H

#include <catex/exporter.h>

/* The note of the shared object open at @fd, which may hold anything at all.
 * The name in it ends in NUL. @path is for messages. */
int cx_elf_note(int fd, const char *path, struct catex_note *ret_note,
                struct catex_error *error);

#endif
