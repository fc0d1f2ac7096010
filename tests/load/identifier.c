/* SPDX-License-Identifier: MIT */
/* Identifiers read out of URLs, and what must not be taken for one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/identifier.h"

struct example {
    const char *url, *value; /* NULL: none */
};

static void
check(const char *scheme, const struct example *examples, size_t count)
{
    struct cx_arena arena = {0};
    for (size_t i = 0; i < count; i++) {
        struct cx_identifier found = {0};
        bool is = cx_identifier_read(&arena, examples[i].url, &found);
        if (is != (examples[i].value != NULL))
            fail_msg("%s: %s", examples[i].url, is ? found.value : "none");
        if (!is)
            continue;
        if (strcmp(found.value, examples[i].value) != 0)
            fail_msg("%s: %s", examples[i].url, found.value);
        assert_string_equal(found.scheme, scheme);
    }
    cx_arena_done(&arena);
}
#define CHECK(scheme, ...)                                             \
    do {                                                               \
        static const struct example examples[] = {__VA_ARGS__};        \
        check(scheme, examples, sizeof examples / sizeof examples[0]); \
    } while (0)

static void
dois(void **state)
{
    (void)state;
    CHECK("doi",
          {"https://doi.org/10.1016/j.cviu.2019.04.006",
           "10.1016/j.cviu.2019.04.006"},
          {"http://dx.doi.org/10.1109/ICCV48922.2021.00744",
           "10.1109/iccv48922.2021.00744"},
          {"HTTPS://www.DOI.org/10.1000/A%20b", "10.1000/a"},
          {"https://doi.org/10.1000/x%2Fy%3Fz", "10.1000/x/y?z"},
          {"https://doi.org/10.1000/xyz?nosfx=y#top", "10.1000/xyz"},
          {"https://doi.org/10.1000/xyz.", "10.1000/xyz"},
          {"https://doi.org/10.1000/xyz),", "10.1000/xyz"},
          {"https://doi.org/10.1016/S0140-6736(05)17709-5",
           "10.1016/s0140-6736(05)17709-5"},
          {"https://doi.org/10.1016/s0140-6736(05)",
           "10.1016/s0140-6736(05)"},
          {"https://doi.org/10.1002/(SICI)1097(19980815)17:16%3C16::AID%3E3.0",
           "10.1002/(sici)1097(19980815)17:16<16::aid>3.0"},
          {"doi:10.1234/AbC", "10.1234/abc"},
          {"http://datadryad.org/resource/doi:10.5061/dryad.jp917",
           "10.5061/dryad.jp917"},
          {"https://datadryad.org/stash/dataset/doi%3A10.5061%2Fdryad.jp917",
           "10.5061/dryad.jp917"},
          {"https://dataverse.harvard.edu/dataset.xhtml?version=1&persistentId="
           "doi:10.7910/DVN/DBW86T", "10.7910/dvn/dbw86t"},
          {"https://doi.pangaea.de/10.1594/PANGAEA.858053",
           "10.1594/pangaea.858053"},
          {"https://zenodo.org/record/1460961#.XYCTRzYzaHt",
           "10.5281/zenodo.1460961"},
          {"https://zenodo.org/records/4172871/files/a.zip?download=1",
           "10.5281/zenodo.4172871"});
}

static void
dois_of_publishers(void **state)
{
    (void)state;
    CHECK("doi",
          {"https://dl.acm.org/doi/pdf/10.1145/2632856.2632866",
           "10.1145/2632856.2632866"},
          {"https://onlinelibrary.wiley.com/doi/10.1111/cgf.12814",
           "10.1111/cgf.12814"},
          {"https://www.degruyter.com/document/doi/10.1515/phys-2024-0060/html",
           "10.1515/phys-2024-0060"},
          {"https://link.springer.com/article/10.1007%2Fs11434-010-4387-1",
           "10.1007/s11434-010-4387-1"},
          {"https://link.springer.com/content/pdf/10.1007/"
           "s11263-020-01400-4.pdf", "10.1007/s11263-020-01400-4"},
          {"https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28",
           "10.1007/978-3-319-24574-4_28"},
          {"https://bmcmedicine.biomedcentral.com/articles/10.1186/1741-7015",
           "10.1186/1741-7015"},
          {"https://www.frontiersin.org/journals/x/articles/10.3389/"
           "fninf.2014.00001/full", "10.3389/fninf.2014.00001"},
          {"https://journals.plos.org/plosone/article?id=10.1371/"
           "journal.pone.0123456&type=printable",
           "10.1371/journal.pone.0123456"},
          {"https://iopscience.iop.org/article/10.1088/1361-6560/ab1234/meta",
           "10.1088/1361-6560/ab1234"},
          {"https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2."
           "full.pdf", "10.1101/2020.01.02.123456"},
          {"http://www.nature.com/articles/sdata201432",
           "10.1038/sdata.2014.32"},
          {"https://www.nature.com/articles/s41597-019-0103-9.pdf",
           "10.1038/s41597-019-0103-9"},
          {"https://www.nature.com/articles/s41586-020-2649-2#Sec1",
           "10.1038/s41586-020-2649-2"},
          {"https://www.nature.com/articles/srep12345", "10.1038/srep12345"},
          {"https://elifesciences.org/articles/32822", "10.7554/elife.32822"},
          {"https://peerj.com/articles/cs-123/", "10.7717/peerj-cs.123"});
}

static void
pubmed(void **state)
{
    (void)state;
    CHECK("pmid", {"http://www.ncbi.nlm.nih.gov/pubmed/23774715", "23774715"},
          {"https://pubmed.ncbi.nlm.nih.gov/26886987/", "26886987"},
          {"https://pubmed.ncbi.nlm.nih.gov/26886987/.", "26886987"},
          {"https://pubmed.ncbi.nlm.nih.gov/?term=26886987", "26886987"},
          {"https://europepmc.org/article/MED/26886987", "26886987"});
    CHECK("pmcid",
          {"https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3954044/",
           "PMC3954044"},
          {"https://pmc.ncbi.nlm.nih.gov/articles/pmc3954044/pdf/x.pdf",
           "PMC3954044"});
}

static void
arxiv(void **state)
{
    (void)state;
    CHECK("arxiv", {"https://arxiv.org/abs/1804.01486", "1804.01486"},
          {"http://www.arxiv.org/abs/1804.01486v3", "1804.01486"},
          {"https://arxiv.org/pdf/1701.02829.pdf", "1701.02829"},
          {"https://arxiv.org/pdf/2406.00917", "2406.00917"},
          {"https://arxiv.org/pdf/0704.0001v1.pdf", "0704.0001"},
          {"https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"},
          {"https://arxiv.org/abs/math.GT/0309136v1", "math/0309136"},
          {"https://export.arxiv.org/abs/1804.01486.", "1804.01486"},
          {"https://ar5iv.labs.arxiv.org/html/1804.01486", "1804.01486"},
          {"https://huggingface.co/papers/2401.12345", "2401.12345"},
          {"arXiv:1804.01486", "1804.01486"});
}

static void
what_is_none(void **state)
{
    (void)state;
    CHECK("", {"https://doi.org/", NULL}, {"https://doi.org/10.1000/", NULL},
          {"https://doi.org/10.1000/).", NULL}, {"https://doi.org/10/abc", NULL},
          {"https://doi.org/10.100/abc", NULL},
          {"https://doi.org/10.1234567890/abc", NULL},
          {"https://doi.org/10.1000/%FF%FE", NULL},
          {"https://doi.org/10.1000/a%00b", NULL},
          {"https://notdoi.org/10.1000/abc", NULL},
          {"https://example.org/10.1000/abc", NULL},
          {"https://example.org/releases/10.2014/data.zip", NULL},
          {"https://example.org/doi/about", NULL},
          {"https://example.org/?q=https://x", NULL},
          {"https://www.ncbi.nlm.nih.gov/pmc/tools/openftlist/", NULL},
          {"https://www.ncbi.nlm.nih.gov/gds/?term=200011", NULL},
          {"https://www.ncbi.nlm.nih.gov/pubmed/?term=heart", NULL},
          {"https://pubmed.ncbi.nlm.nih.gov/advanced/", NULL},
          {"https://pubmed.ncbi.nlm.nih.gov/012345/", NULL},
          {"https://pubmed.ncbi.nlm.nih.gov/123456789/", NULL},
          {"https://pubmed.ncbi.nlm.nih.gov/123,456", NULL},
          {"https://github.com/Franck-Dernoncourt/pubmed-rct", NULL},
          {"https://arxiv.org/list/cs.CV/1804", NULL},
          {"https://arxiv.org/abs/1813.01486", NULL},
          {"https://arxiv.org/abs/1804.0148", NULL},
          {"https://arxiv.org/abs/1404.01486", NULL},
          {"https://arxiv.org/abs/1804.01486x", NULL},
          {"https://myarxiv.org/abs/1804.01486", NULL},
          {"https://www.nature.com/articles/d41586-020-1-2", NULL},
          {"https://www.nature.com/articles/sdata2014", NULL},
          {"https://www.nature.com/sdata/", NULL},
          {"https://www.nature.com/articles/s41597-019-0103", NULL},
          {"https://sandbox.zenodo.org/record/1460961", NULL},
          {"https://zenodo.org/communities/1234", NULL},
          {"https://zenodo.org/record/1460961x", NULL},
          {"https://figshare.com/s/00d69861786cd0156d81", NULL},
          {"https://figshare.com/articles/x/123456", NULL},
          {"https://en.wikipedia.org/wiki/Digital_object_identifier", NULL},
          {"mailto:someone@doi.org", NULL}, {"", NULL}, {"#10.1000/x", NULL});
}

static void
long_urls_hold_none(void **state)
{
    (void)state;
    struct cx_arena arena = {0};
    struct cx_identifier found;
    char url[5000] = "https://doi.org/10.1000/";
    memset(url + strlen(url), 'x', sizeof url - 1 - strlen(url));
    url[sizeof url - 1] = '\0';
    assert_false(cx_identifier_read(&arena, url, &found));
    url[900] = '\0';
    assert_true(cx_identifier_read(&arena, url, &found));
    cx_arena_done(&arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dois),         cmocka_unit_test(dois_of_publishers),
        cmocka_unit_test(pubmed),       cmocka_unit_test(arxiv),
        cmocka_unit_test(what_is_none), cmocka_unit_test(long_urls_hold_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
