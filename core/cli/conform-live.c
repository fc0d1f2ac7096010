/* SPDX-License-Identifier: MIT */
/* Conformance checks of how a plugin lives with others: what it exports, what
 * it keeps, and whether two runs get into each other's way. */
#include "conform.h"

#include <dirent.h>
#include <dlfcn.h>
#include <link.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

void
conform_perturb(void)
{
#ifdef __GLIBC__
    mallopt(M_PERTURB, 0xa5);
#endif
}

/* Two runs that take turns, record by record, or that run freely. */
struct relay {
    pthread_mutex_t lock;
    pthread_cond_t turned;
    int turn, gone;
};

struct side {
    struct conform *c;
    struct relay *relay; /* NULL: freely */
    int number, status;
    const struct catex_record *at;
    struct conform_run run;
};

/* Has done with its last record, and lets the other do one. */
static int
next_in_turn(const struct catex_record **ret_record, void *user_data,
             struct catex_error *error)
{
    struct side *side = user_data;
    struct relay *relay = side->relay;
    (void)error;
    pthread_mutex_lock(&relay->lock);
    relay->turn = !side->number;
    pthread_cond_broadcast(&relay->turned);
    while (relay->turn != side->number && !relay->gone)
        pthread_cond_wait(&relay->turned, &relay->lock);
    pthread_mutex_unlock(&relay->lock);
    *ret_record = side->at;
    if (side->at != NULL)
        side->at = side->at->next;
    return CATEX_OK;
}

static void *
run_side(void *user_data)
{
    struct side *side = user_data;
    struct relay *relay = side->relay;
    side->status = conform_export(side->c, &side->run);
    if (relay != NULL) {
        pthread_mutex_lock(&relay->lock);
        relay->gone = 1;
        pthread_cond_broadcast(&relay->turned);
        pthread_mutex_unlock(&relay->lock);
    }
    return NULL;
}

/* Both lists at once; whether both came out as they do alone. */
static int
run_both(struct conform *c, struct catex_catalog *const catalogs[2],
         struct conform_run alone[2], int in_turn)
{
    struct relay relay = {.lock = PTHREAD_MUTEX_INITIALIZER,
                          .turned = PTHREAD_COND_INITIALIZER};
    struct side sides[2];
    pthread_t threads[2];
    int ok = 1;
    for (int i = 0; i < 2; i++) {
        sides[i] = (struct side){.c = c, .number = i,
                                 .relay = in_turn ? &relay : NULL,
                                 .at = catalogs[i]->records};
        sides[i].run.catalog = catalogs[i];
        sides[i].run.place = i == 0 ? "out" : "two";
        sides[i].run.next = in_turn ? next_in_turn : NULL;
        sides[i].run.next_data = &sides[i];
        if (pthread_create(&threads[i], NULL, run_side, &sides[i]) != 0)
            abort();
    }
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < 2; i++) {
        if (ok && sides[i].status != CATEX_OK)
            conform_say(c, CONFORM_FAIL, "fails beside another run: «%s»",
                        sides[i].run.error.text);
        ok = ok && sides[i].status == CATEX_OK &&
             conform_same(c, &alone[i], &sides[i].run,
                          "beside another run; keep everything in run->state");
        conform_free(&sides[i].run);
    }
    return ok;
}

void
conform_check_threads(struct conform *c)
{
    enum { TIMES = 20 };
    struct catex_catalog *catalogs[2] = {conform_load(CONFORM_FULL),
                                         conform_load(CONFORM_OTHER)};
    struct conform_run alone[2] = {{.catalog = catalogs[0]},
                                   {.catalog = catalogs[1], .place = "two"}};
    int whole = (c->exporter->flags & CATEX_EXPORTER_WHOLE) != 0;
    int ok = conform_must(c, &alone[0], "one list alone") &&
             conform_must(c, &alone[1], "the other list alone");
    conform_say(c, CONFORM_STEP, "two runs at once");
    if (ok && !whole)
        ok = run_both(c, catalogs, alone, 1);
    for (int i = 0; i < TIMES && ok; i++)
        ok = run_both(c, catalogs, alone, 0);
    for (int i = 0; i < 2; i++) {
        conform_free(&alone[i]);
        catex_catalog_free(catalogs[i]);
    }
}

static int
next_of_stream(const struct catex_record **ret_record, void *user_data,
               struct catex_error *error)
{
    return catex_stream_next(user_data, ret_record, error);
}

/* A list in memory as a file. */
static int
open_text(int list)
{
    char *text = conform_text(list);
    int fd = memfd_create("list", MFD_CLOEXEC);
    size_t size = strlen(text);
    if (fd < 0 || write(fd, text, size) != (ssize_t)size)
        abort();
    lseek(fd, 0, SEEK_SET);
    free(text);
    return fd;
}

void
conform_check_stream(struct conform *c)
{
    const struct catex_load_options options = {
        .size = sizeof options, .format = CATEX_FORMAT_NDJSON};
    struct catex_stream *stream = NULL;
    if ((c->exporter->flags & CATEX_EXPORTER_WHOLE) != 0) {
        conform_say(c, CONFORM_SKIP,
                    "it needs the whole list (CATEX_EXPORTER_WHOLE)");
        return;
    }
    struct catex_catalog *catalog = conform_load(CONFORM_FULL);
    struct conform_run whole = {.catalog = catalog};
    int fd = open_text(CONFORM_FULL), ok = conform_must(c, &whole, "at once");
    conform_perturb();
    if (catex_stream_open_fd(fd, &options, &stream, NULL) != CATEX_OK)
        abort();
    struct conform_run bits = {.catalog = catex_stream_catalog(stream),
                               .next = next_of_stream, .next_data = stream};
    if (ok && conform_must(c, &bits, "from a stream"))
        conform_same(c, &whole, &bits,
                     "from a stream; keep no pointer to a record");
    conform_free(&whole);
    conform_free(&bits);
    catex_stream_close(stream);
    catex_catalog_free(catalog);
    close(fd);
}

/* There in programs that run under LeakSanitizer. */
extern int __lsan_do_recoverable_leak_check(void) __attribute__((weak));

static size_t
memory_in_use(void)
{
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 33)
    return mallinfo2().uordblks;
#else
    return 0;
#endif
}

/* Sanitizers bring an allocator of their own. */
static int
can_count_memory(void)
{
    size_t before = memory_in_use();
    char *volatile probe = malloc(1000);
    int counted = memory_in_use() > before;
    free(probe);
    return counted;
}

static int
count_descriptors(void)
{
    int count = 0;
    DIR *dir = opendir("/proc/self/fd");
    while (dir != NULL && readdir(dir) != NULL)
        count++;
    if (dir != NULL)
        closedir(dir);
    return count;
}

/* What every one of several runs leaves behind, in bytes. */
static size_t
kept_by_each(const struct conform *c, struct conform_run *run)
{
    enum { RUNS = 8 };
    size_t least = SIZE_MAX;
    for (int i = 0; i < RUNS + 3; i++) {
        size_t before = memory_in_use();
        conform_export(c, run);
        conform_free(run);
        size_t after = memory_in_use();
        size_t kept = after > before ? after - before : 0;
        if (i >= 3 && kept < least) /* the first may fill caches */
            least = kept;
    }
    return least;
}

void
conform_check_leak(struct conform *c)
{
    struct catex_catalog *catalog = conform_load(CONFORM_FULL);
    struct conform_run run = {.catalog = catalog};
    int descriptors = count_descriptors();
    size_t kept = kept_by_each(c, &run);
    run.max_output = 100;
    size_t kept_failing = kept_by_each(c, &run);
    descriptors = count_descriptors() - descriptors;
    if (kept > 0 || kept_failing > 0)
        conform_say(c, CONFORM_FAIL,
                    "keeps %zu bytes after each run%s; free them in cleanup",
                    kept > 0 ? kept : kept_failing,
                    kept > 0 ? "" : " that fails");
    if (descriptors > 0)
        conform_say(c, CONFORM_FAIL, "leaves files open");
    if (__lsan_do_recoverable_leak_check == NULL && !can_count_memory())
        conform_say(c, CONFORM_SKIP, "memory cannot be counted here");
    if (__lsan_do_recoverable_leak_check != NULL &&
        __lsan_do_recoverable_leak_check() != 0)
        conform_say(c, CONFORM_FAIL, "leaks; the sanitizer tells where");
    catex_catalog_free(catalog);
}

/* Whether a symbol leaves its shared object. */
static int
is_exported(const ElfW(Sym) *symbol, const char *name)
{
    int bind = ELF64_ST_BIND(symbol->st_info);
    int hidden = ELF64_ST_VISIBILITY(symbol->st_other) == STV_HIDDEN ||
                 ELF64_ST_VISIBILITY(symbol->st_other) == STV_INTERNAL;
    return symbol->st_shndx != SHN_UNDEF && symbol->st_shndx < SHN_LORESERVE &&
           bind == STB_GLOBAL && !hidden &&
           strcmp(name, "catex_exporter") != 0 &&
           strncmp(name, "__odr_asan", 10) != 0;
}

struct table {
    const ElfW(Sym) *symbols;
    const char *names;
    size_t count;
};

static ElfW(Addr)
placed(const struct link_map *map, ElfW(Addr) at)
{
    return at < map->l_addr ? at + map->l_addr : at; /* some are not moved */
}

/* How many symbols the GNU hash table knows. */
static size_t
count_hashed(const uint32_t *hash)
{
    uint32_t buckets = hash[0], offset = hash[1], last = 0;
    const uint32_t *bucket =
        hash + 4 + hash[2] * (sizeof(ElfW(Addr)) / sizeof(uint32_t));
    const uint32_t *chain = bucket + buckets;
    for (uint32_t i = 0; i < buckets; i++)
        last = bucket[i] > last ? bucket[i] : last;
    if (last < offset)
        return offset;
    while ((chain[last - offset] & 1) == 0)
        last++;
    return last + 1;
}

static struct table
symbols_of(const struct link_map *map)
{
    struct table table = {0};
    for (const ElfW(Dyn) *d = map->l_ld; d->d_tag != DT_NULL; d++) {
        const void *at = (const void *)placed(map, d->d_un.d_ptr);
        if (d->d_tag == DT_SYMTAB)
            table.symbols = at;
        else if (d->d_tag == DT_STRTAB)
            table.names = at;
        else if (d->d_tag == DT_HASH)
            table.count = ((const uint32_t *)at)[1];
        else if (d->d_tag == DT_GNU_HASH && table.count == 0)
            table.count = count_hashed(at);
    }
    return table;
}

void
conform_check_symbols(struct conform *c)
{
    const void *code = (const void *)(uintptr_t)c->exporter->record;
    struct table table = {0};
    struct link_map *map;
    Dl_info info;
    void *handle = dladdr(code, &info) == 0
                       ? NULL
                       : dlopen(info.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
    if (handle != NULL && dlinfo(handle, RTLD_DI_LINKMAP, &map) == 0)
        table = symbols_of(map);
    if (table.symbols == NULL || table.names == NULL)
        conform_say(c, CONFORM_SKIP, "its table of symbols is not found");
    for (size_t i = 0; table.names != NULL && i < table.count; i++) {
        const char *name = table.names + table.symbols[i].st_name;
        if (is_exported(&table.symbols[i], name))
            conform_say(c, CONFORM_FAIL,
                        "exports %.80s, too; make it static, or build with "
                        "-fvisibility=hidden",
                        name);
    }
    if (handle != NULL)
        dlclose(handle);
}
