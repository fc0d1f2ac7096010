/* SPDX-License-Identifier: MIT */
/* Looks for the catex note in an ELF file. Nothing in the file is believed:
 * sizes and places are checked before each read. */
#include "export/elf.h"

#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_HEADERS = 256, MOST_NOTES = 16 * 1024 };

static int
refuse(const char *path, const char *why, struct catex_error *error)
{
    return catex_error_set(error, CATEX_ERR_PLUGIN, path, 0, "%s", why);
}

static int
read_at(int fd, uint64_t offset, void *into, size_t size)
{
    if (offset > INT64_MAX - size)
        return 0;
    return pread(fd, into, size, (off_t)offset) == (ssize_t)size;
}

/* The header that the system mapped for this library: what fits it fits us. */
static const ElfW(Ehdr) *
own_header(void)
{
    static const char here = 0;
    Dl_info info;
    return dladdr(&here, &info) == 0 ? NULL : info.dli_fbase;
}

static int
check_header(const ElfW(Ehdr) *header, const char *path,
             struct catex_error *error)
{
    const ElfW(Ehdr) *own = own_header();
    if (memcmp(header->e_ident, ELFMAG, SELFMAG) != 0)
        return refuse(path, "is not a shared object (ELF)", error);
    if (own != NULL &&
        (header->e_ident[EI_CLASS] != own->e_ident[EI_CLASS] ||
         header->e_ident[EI_DATA] != own->e_ident[EI_DATA] ||
         header->e_machine != own->e_machine))
        return refuse(path, "is made for another kind of machine", error);
    if (header->e_type != ET_DYN)
        return refuse(path, "is an ELF file, but not a shared object", error);
    if (header->e_phentsize != sizeof(ElfW(Phdr)) ||
        header->e_phnum > MOST_HEADERS)
        return refuse(path, "has a broken ELF header", error);
    return CATEX_OK;
}

static size_t
padded(uint32_t size, size_t align)
{
    return ((size_t)size + align - 1) / align * align;
}

/* Takes the note from the bytes of a segment of notes. */
static int
find_note(const char *bytes, size_t size, size_t align,
          struct catex_note *ret_note)
{
    while (size >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        memcpy(&head, bytes, sizeof head);
        size_t owner = padded(head.n_namesz, align);
        size_t body = padded(head.n_descsz, align);
        if (owner > size || body > size ||
            sizeof head + owner + body > size)
            return 0;
        if (head.n_type == CATEX_NOTE_TYPE && head.n_namesz == 6 &&
            head.n_descsz >= 40 &&
            memcmp(bytes + sizeof head, "catex", 6) == 0) {
            memcpy(ret_note, bytes, sizeof *ret_note);
            return 1;
        }
        bytes += sizeof head + owner + body;
        size -= sizeof head + owner + body;
    }
    return 0;
}

static int
read_notes(int fd, const ElfW(Phdr) *segment, struct catex_note *ret_note)
{
    char bytes[MOST_NOTES];
    size_t align = segment->p_align == 8 ? 8 : 4;
    if (segment->p_filesz > sizeof bytes ||
        !read_at(fd, segment->p_offset, bytes, segment->p_filesz))
        return 0;
    return find_note(bytes, segment->p_filesz, align, ret_note);
}

/* Whether the file holds all that would be mapped from it: what is missing
 * at its end would be a bus error later. */
static int
is_whole(const ElfW(Phdr) *segment, uint64_t file_size)
{
    return segment->p_type != PT_LOAD ||
           (segment->p_offset <= file_size &&
            segment->p_filesz <= file_size - segment->p_offset);
}

int
cx_elf_note(int fd, const char *path, struct catex_note *ret_note,
            struct catex_error *error)
{
    ElfW(Ehdr) header;
    struct stat st;
    int found = 0;
    if (fstat(fd, &st) != 0)
        return refuse(path, "cannot be looked at", error);
    if (!read_at(fd, 0, &header, sizeof header))
        return refuse(path, "is not a shared object (it is too short)", error);
    int status = check_header(&header, path, error);
    if (status != CATEX_OK)
        return status;
    for (unsigned i = 0; i < header.e_phnum; i++) {
        ElfW(Phdr) segment;
        uint64_t at = header.e_phoff + (uint64_t)i * sizeof segment;
        if (at < header.e_phoff ||
            !read_at(fd, at, &segment, sizeof segment) ||
            !is_whole(&segment, (uint64_t)st.st_size))
            return refuse(path, "is cut short", error);
        if (segment.p_type == PT_NOTE && !found)
            found = read_notes(fd, &segment, ret_note);
    }
    if (!found)
        return refuse(path, "is no catex exporter: it has no catex note",
                      error);
    if (memchr(ret_note->name, '\0', sizeof ret_note->name) == NULL)
        return refuse(path, "has a catex note without a proper name", error);
    return CATEX_OK;
}
