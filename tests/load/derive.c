/* SPDX-License-Identifier: MIT */
/* What links say about their record: publications, identifiers, files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "list.h"

static void
papers_and_references(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct catex_record *record = &list_record(&list, "A")->public;
    list_link(&list, CATEX_ROLE_REFERENCE, "https://arxiv.org/abs/1804.01486v2");
    list_link(&list, CATEX_ROLE_OTHER, "https://arxiv.org/abs/1804.01487");
    list_link(&list, CATEX_ROLE_PAPER | CATEX_ROLE_CODE, "https://a.example/p");
    list_link(&list, CATEX_ROLE_PAPER, "https://arxiv.org/pdf/1804.01486.pdf");
    cx_settle(list.catalog);
    struct catex_publication *first = record->publications;
    assert_string_equal(first->id, "arxiv-1804.01486");
    assert_string_equal(first->arxiv, "1804.01486");
    assert_string_equal(first->url, "https://arxiv.org/abs/1804.01486v2");
    assert_int_equal(first->relation, CATEX_RELATION_DESCRIBES);
    assert_true(first->origin.derived
                == CATEX_BIT(CATEX_FIELD_PUBLICATION_ARXIV));
    struct catex_publication *second = first->next;
    assert_memory_equal(second->id, "url-", 4);
    assert_int_equal(strlen(second->id), 12);
    assert_int_equal(second->origin.derived, 0);
    assert_null(second->next);
    assert_null(record->identifiers);
    assert_true(record->origin.derived & CATEX_BIT(CATEX_FIELD_PUBLICATIONS));
    list_end(&list);
}

static const char *
title_from(const char *text)
{
    struct list list;
    list_begin(&list);
    struct catex_record *record =
        &list_record(&list, "The Very Large Dataset")->public;
    list_link(&list, CATEX_ROLE_PAPER, "https://a.example/p")->title = text;
    cx_settle(list.catalog);
    const char *title = record->publications->title;
    assert_true(title == NULL || title == text);
    list_end(&list);
    return title;
}

static void
a_title_is_one_or_none(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "CheXpert: A Large Chest Radiograph Dataset",
        "3D Segmentation of the Human Heart",
        "Fitting a Model in 2018 and After",
        "Über die Messung von Daten"};
    static const char *const others[] = {
        "Paper", "the paper about it is here", "Read the Full Text Here",
        "Smith et al., 2020", "Garnot & Landrieu 2021", "Roe and Doe 2010.",
        "Sons & Sons & Co", "Menze B. and Others Said So",
        "Smith J, Doe K, Roe L, More", "Nature Scientific Data, 2019 Edition",
        "Data Set Descriptor Online (2019)", "A short name",
        "https://a.example/p is the address", "The Very Large Dataset",
        "PDF of the Long Version", "", "- - - - -"};
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        assert_non_null(title_from(titles[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (title_from(others[i]) != NULL)
            fail_msg("%s", others[i]);
}

static void
identifiers_of_the_dataset(void **state)
{
    (void)state;
    struct list list;
    list_begin(&list);
    struct catex_record *record = &list_record(&list, "A")->public;
    list_link(&list, CATEX_ROLE_ACCESS, "https://doi.org/10.5061/Dryad.JP917");
    list_link(&list, CATEX_ROLE_LANDING, "https://doi.org/10.5061/dryad.jp917");
    /* An article, an identifier that is no DOI, and a link for information */
    list_link(&list, CATEX_ROLE_LANDING,
              "https://www.nature.com/articles/sdata201432");
    list_link(&list, CATEX_ROLE_ACCESS, "https://arxiv.org/abs/1804.01486");
    list_link(&list, CATEX_ROLE_INFO, "https://doi.org/10.5061/other");
    /* The block's, not the record's */
    list_link(&list, CATEX_ROLE_ACCESS, "https://doi.org/10.5061/b")->flags =
        CATEX_LINK_INHERITED;
    cx_settle(list.catalog);
    assert_string_equal(record->identifiers->scheme, "doi");
    assert_string_equal(record->identifiers->value, "10.5061/dryad.jp917");
    assert_null(record->identifiers->next);
    assert_null(record->publications);
    assert_true(record->origin.derived & CATEX_BIT(CATEX_FIELD_IDENTIFIERS));
    list_end(&list);
}

static void
data_files(void **state)
{
    (void)state;
    static const struct {
        const char *url;
        bool direct;
        const char *media_type;
    } files[] = {
        {"https://a.example/b/c.zip", true, "application/zip"},
        {"http://a.example/C.TAR.GZ?x=1#y", true, "application/gzip"},
        {"ftp://a.example/x.csv", true, "text/csv"},
        {"https://a.example/x.nii.gz", true, "application/gzip"},
        {"https://a.example/x.mat", true, NULL},
        {"https://www.dropbox.com/s/1/x.zip?dl=1", true, "application/zip"},
        {"https://www.dropbox.com/s/1/x.zip?dl=0", false, NULL},
        {"https://github.com/a/b/blob/main/x.csv", false, NULL},
        {"https://raw.githubusercontent.com/a/b/main/x.csv", true, "text/csv"},
        {"https://a.example/x.html", false, NULL},
        {"https://a.example/x.php?file=y.zip", false, NULL},
        {"https://a.example/paper.pdf", false, NULL},
        {"https://a.example/zip", false, NULL},
        {"https://data.zip", false, NULL},
        {"files/x.zip", false, NULL},
    };
    struct list list;
    list_begin(&list);
    list_record(&list, "A");
    struct catex_link *links[sizeof files / sizeof *files];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        links[i] = list_link(&list, CATEX_ROLE_DOWNLOAD, files[i].url);
    cx_settle(list.catalog);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *type = links[i]->media_type;
        if (!!(links[i]->flags & CATEX_LINK_DIRECT) != files[i].direct ||
            (type == NULL) != (files[i].media_type == NULL) ||
            (type != NULL && strcmp(type, files[i].media_type) != 0))
            fail_msg("%s: %s", files[i].url, type);
    }
    list_end(&list);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(papers_and_references),
        cmocka_unit_test(a_title_is_one_or_none),
        cmocka_unit_test(identifiers_of_the_dataset),
        cmocka_unit_test(data_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
